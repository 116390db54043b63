import type { TFunction } from 'i18next';

const known = ['loop', 'flow_stopped', 'record_gone'] as const;

/** Why a run did not come to its end, in words. */
export function why(reason: string | null, t: TFunction<'flow'>): string {
  const code = known.find((each) => each === reason);
  return code ? t(`runs.why.${code}`) : (reason ?? '');
}
