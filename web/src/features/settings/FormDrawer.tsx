import type { ComponentProps } from 'react';
import { Refused } from '@/ui/Alert';
import { FormDrawer as Frame } from '@/ui/FormDrawer';
import type { Saving } from './useSaving';

interface Props extends Omit<ComponentProps<typeof Frame>, 'busy'> {
  saving?: Saving;
}

/** A form at the side that tells what was refused of it as a whole. */
export function FormDrawer({ saving, children, ...frame }: Props) {
  return (
    <Frame {...frame} busy={saving?.busy ?? false}>
      <Refused error={saving?.refused} />
      {children}
    </Frame>
  );
}
