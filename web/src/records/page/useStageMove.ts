import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/lib/api';
import { act, again, isStale, patch, remember } from '@/lib/changes';
import { say, type Choice, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { useMeanwhile } from '../meanwhile';
import type { VerbCall } from './verbs';

const MOVE = 'move_stage';

/** Moves a record along its path; what the move lacks is asked for. */
export function useStageMove(meta: ObjectMeta, field: Field, ask: (call: VerbCall) => void) {
  const { t } = useTranslation('record');
  const queries = useQueryClient();
  const meanwhile = useMeanwhile(meta);
  const [busy, work] = useState(false);
  const byVerb = meta.name === 'opportunity';
  const labelOf = (code: unknown) => {
    const choice = field.choices?.find((each) => each.code === code);
    return say(choice?.label) || (typeof code === 'string' ? code : '—');
  };
  const send = (entry: Entry, stage: string) =>
    byVerb ? act(meta.name, entry, MOVE, { stage }) : patch(meta.name, entry, { [field.name]: stage });

  const carry = async (entry: Entry, code: string) => {
    try {
      remember(queries, meta.name, await send(entry, code));
      await queries.invalidateQueries({ queryKey: ['records'] });
      return undefined;
    } catch (refused) {
      if (!isStale(refused)) {
        throw refused;
      }
      const values = { [field.name]: code };
      const { clash } = await again(queries, meta.name, entry, { values }, (theirs) => send(theirs, code));
      return clash;
    }
  };
  const move = async (entry: Entry, stage: Choice): Promise<void> => {
    work(true);
    try {
      const clash = await carry(entry, stage.code);
      if (clash) {
        meanwhile(
          clash,
          labelOf(clash.theirs[field.name]),
          say(stage.label),
          () => void move(clash.theirs, stage),
        );
      } else {
        toast.done(t('moved', { stage: say(stage.label) }));
      }
    } catch (error) {
      if (
        byVerb &&
        error instanceof Problem &&
        error.errors.some((each) => each.field && each.field !== 'stage')
      ) {
        ask({ verb: MOVE, preset: { stage: stage.code }, error });
      } else {
        tell(error);
      }
    } finally {
      work(false);
    }
  };
  return { move, busy };
}
