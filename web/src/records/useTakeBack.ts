import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { putBack, type Values } from '@/lib/changes';
import { inARow } from '@/lib/format';
import { knownFields, say } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { whoOf } from './meanwhile';

/** Takes changes back; what a colleague made of the fields since stays, unless the person wants that all the same. */
export function useTakeBack() {
  const { t } = useTranslation('record');
  const queries = useQueryClient();
  return useCallback(
    async (object: string, made: Entry, former: Values): Promise<void> => {
      const run = async (standing: Entry): Promise<void> => {
        const { clash } = await putBack(queries, object, standing, former);
        if (clash) {
          const { theirs, fields } = clash;
          const changed = knownFields(queries, object).filter(({ name }) => fields.includes(name));
          toast.problem(
            t('overtaken', {
              name: whoOf(theirs) ?? t('clash.colleague'),
              fields: inARow(changed.map(({ label }) => say(label))),
            }),
            { label: t('undo_still'), run: () => void run(theirs).catch(tell) },
          );
        }
      };
      await run(made);
    },
    [queries, t],
  );
}
