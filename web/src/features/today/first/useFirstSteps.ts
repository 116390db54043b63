import { useQuery } from '@tanstack/react-query';
import { preferenceQuery } from '@/lib/preferences';
import type { Session } from '@/lib/session';
import { isNew, settled, setsUp, standingQuery, stepsOf, type Step } from './steps';

/** Under which the person's wish is kept not to see the steps any more. */
export const FIRST_STEPS = 'first_steps';

/** The steps that whoever sets up a new company is shown; none for everybody else, and for companies that are not new. */
export function useFirstSteps(session: Session | null | undefined): { pending: boolean; steps?: Step[] } {
  const tenant = session?.tenant ?? '';
  const asked = setsUp(session) && !settled.has(tenant);
  const away = useQuery({ ...preferenceQuery(FIRST_STEPS), enabled: asked });
  const wanted = asked && away.data === null;
  const standing = useQuery({ ...standingQuery(tenant), enabled: wanted });
  if (!asked || !session || away.isError || standing.isError) {
    return { pending: false };
  }
  if (!wanted || !standing.data) {
    return { pending: away.isPending || wanted };
  }
  return isNew(standing.data, standing.dataUpdatedAt)
    ? { pending: false, steps: stepsOf(standing.data, session.password_changed) }
    : { pending: false };
}
