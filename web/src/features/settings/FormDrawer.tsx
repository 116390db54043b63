import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { Refused } from '@/ui/Alert';
import { FormDrawer as Frame } from '@/ui/FormDrawer';
import type { Saving } from './useSaving';

interface Props extends Omit<ComponentProps<typeof Frame>, 'busy' | 'onCancel' | 'onTouch'> {
  saving?: Saving;
}

/** A form at the side that tells what was refused of it as a whole, and asks before it forgets what was typed. */
export function FormDrawer({ saving, children, ...frame }: Props) {
  const { t } = useTranslation('form');
  const [touched, touch] = useState(false);
  const [asking, ask] = useState(false);
  const leave = () => (touched && frame.save !== undefined ? ask(true) : frame.onClose());
  return (
    <Frame
      {...frame}
      busy={saving?.busy ?? false}
      onTouch={() => touch(true)}
      onClose={leave}
      onCancel={frame.onClose}
    >
      <Refused error={saving?.refused} />
      {children}
      {asking && <LeaveDialog hint={t('lost')} onLeave={frame.onClose} onStay={() => ask(false)} />}
    </Frame>
  );
}
