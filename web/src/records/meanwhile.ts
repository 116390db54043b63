import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clash } from '@/lib/changes';
import type { ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { toast } from '@/ui/toast';

/** Who changed the record last, as far as the person may know. */
export const whoOf = ({ updated_by: by }: Entry): string | undefined =>
  typeof by === 'object' && by !== null && 'label' in by && typeof by.label === 'string'
    ? by.label
    : undefined;

/** Says in passing what a colleague made of a field meanwhile, and offers to change it all the same. */
export function useMeanwhile({ name_field: naming }: ObjectMeta) {
  const { t } = useTranslation('record');
  return useCallback(
    ({ theirs }: Pick<Clash, 'theirs'>, now: string, wanted: string, goOn: () => void): void => {
      const called = theirs[naming];
      toast.problem(
        t('meanwhile', {
          name: whoOf(theirs) ?? t('clash.colleague'),
          record: typeof called === 'string' ? called : '—',
          value: now,
        }),
        { label: t('still', { value: wanted }), run: goOn },
      );
    },
    [naming, t],
  );
}
