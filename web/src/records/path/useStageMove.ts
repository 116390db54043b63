import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remember } from '@/lib/changes';
import type { Field, ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { toast } from '@/ui/toast';
import { NONE, type Along } from './move';
import { useStages } from './ownPath';
import { useCarry } from './useCarry';
import { useMeanwhile } from '../meanwhile';

/** Moves a record along its path; what the move lacks is asked for, and it can be taken back. */
export function useStageMove(meta: ObjectMeta, by: Field) {
  const { t } = useTranslation('record');
  const queries = useQueryClient();
  const meanwhile = useMeanwhile(meta);
  const stages = useStages(meta, by);
  const { carry, back, explain, label, ...asked } = useCarry({ meta, by }, stages);
  const [busy, work] = useState(false);
  const at = ({ [by.name]: now }: Entry) => (typeof now === 'string' ? now : NONE);

  const move = async (entry: Entry, to: string, along?: Along): Promise<void> => {
    const from = at(entry);
    work(true);
    try {
      const { after, clash } = await carry(entry, to, along);
      if (clash) {
        const { theirs } = clash;
        meanwhile(clash, label(at(theirs)), label(to), () => void move(theirs, to));
        return;
      }
      remember(queries, meta.name, after);
      await queries.invalidateQueries({ queryKey: ['records'] });
      toast.done(t('moved', { stage: label(to) }), {
        undo: () => void move(after, from, back(entry, from, to)),
      });
    } catch (refused) {
      explain(entry.id, from, refused);
    } finally {
      work(false);
    }
  };
  return { ...asked, stages, label, move, busy };
}
