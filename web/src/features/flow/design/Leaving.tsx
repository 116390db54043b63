import { useCallback, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useBeforeUnload, useBlocker } from 'react-router';
import { LeaveDialog } from '@/ui/LeaveDialog';

interface Props {
  /** Whether something is not saved. */
  changed: boolean;
  /** Whether one goes on to where the same is drawn. */
  passing: RefObject<boolean>;
  /** Forgets what is not saved. */
  onDrop: () => void;
}

/** Asks whoever leaves a flow that is not saved. */
export function Leaving({ changed, passing, onDrop }: Props) {
  const { t } = useTranslation('flow');
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) =>
      changed && !passing.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useBeforeUnload(useCallback((event) => changed && event.preventDefault(), [changed]));
  return leaving.state === 'blocked' ? (
    <LeaveDialog
      hint={t('leave')}
      onLeave={() => {
        onDrop();
        leaving.proceed();
      }}
      onStay={leaving.reset}
    />
  ) : null;
}
