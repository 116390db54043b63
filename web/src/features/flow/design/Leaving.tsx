import { useCallback, type RefObject } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';
import { LeaveDialog } from '@/ui/LeaveDialog';

interface Props {
  /** What would be lost. */
  hint: string;
  /** Whether something is not saved. */
  changed: boolean;
  /** Whether one goes on to where the same is drawn. */
  passing: RefObject<boolean>;
  /** Forgets what is not saved. */
  onDrop: () => void;
}

/** Asks whoever leaves what is drawn and not saved. */
export function Leaving({ hint, changed, passing, onDrop }: Props) {
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) =>
      changed && !passing.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useBeforeUnload(useCallback((event) => changed && event.preventDefault(), [changed]));
  return leaving.state === 'blocked' ? (
    <LeaveDialog
      hint={hint}
      onLeave={() => {
        onDrop();
        leaving.proceed();
      }}
      onStay={leaving.reset}
    />
  ) : null;
}
