import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { asMoney, isEmpty } from '@/fields/values';
import { patch } from '@/lib/changes';
import { moneyText } from '@/lib/format';
import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import { recordQuery, type Entry } from '@/lib/records';
import { tell } from '@/ui/tell';
import { ownOf } from '../brought';
import { unmake } from '../useUnmake';
import type { Relation } from './related';

/** What is added here is added up: which sum it takes the place of, if it is the first, and how that comes back. */
interface AddingUp {
  hint?: string;
  undo: (made: Entry) => () => void;
}

/** Whether a value of the record adds up what is added to it, and what that does to the value. */
export function useAddingUp(
  of: ObjectMeta,
  entry: Entry,
  { object, field }: Relation,
  { lines, first }: { lines: string; first: boolean },
): AddingUp | undefined {
  const { t } = useTranslation('record');
  const queries = useQueryClient();
  const own = Object.entries(ownOf(of.name).addedUp ?? {});
  const [name = ''] = own.find(([, each]) => each.object === object && each.field === field) ?? [];
  const sum = fieldOf(of, name);
  if (!sum) {
    return undefined;
  }
  const before = first && !isEmpty(entry[name]) ? asMoney(entry[name]) : undefined;
  const takeBack = async (made: Entry) => {
    await unmake(queries, [[object, made]]);
    if (before) {
      const now = await queries.query({ ...recordQuery(of.name, entry.id), staleTime: 0 });
      await patch(of.name, now, { [name]: before }, { undo: true });
    }
  };
  return {
    ...(before && { hint: t('will_add_up', { field: say(sum.label), lines, now: moneyText(before) }) }),
    undo: (made) => () =>
      void takeBack(made)
        .catch(tell)
        .finally(() => queries.invalidateQueries({ queryKey: ['records'] })),
  };
}
