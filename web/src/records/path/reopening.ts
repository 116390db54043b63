import { written } from '@/fields/values';
import { act, patch, same } from '@/lib/changes';
import { fieldOf, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { ownPath, verbOf } from './ownPath';
import { pathOf } from './pathOf';

/**
 * How what the verb does is taken back, where it ends a record that can be opened again: the record stands where it stood and says
 * what it said.
 */
export function reopening(
  meta: ObjectMeta,
  verb: string,
  before: Entry,
): ((after: Entry) => Promise<Entry>) | undefined {
  const by = pathOf(meta);
  const own = by && ownPath(meta, by);
  const stood = by && before[by.name];
  if (
    !own ||
    typeof stood !== 'string' ||
    !Object.values(own.verbs.close).includes(verb) ||
    verbOf(meta, own.verbs.reopen)?.can !== true
  ) {
    return undefined;
  }
  const asked = (verbOf(meta, verb)?.inputs ?? [])
    .map(({ name }) => name)
    .filter((name) => name in before && fieldOf(meta, name)?.access === 'write');
  return async (after) => {
    const open = await act(meta.name, after, own.verbs.reopen, { [by.name]: stood });
    const changed = asked.filter((name) => !same(before[name], open[name]));
    return changed.length === 0
      ? open
      : await patch(
          meta.name,
          open,
          Object.fromEntries(changed.map((name) => [name, written(before[name])])),
          { undo: true },
        );
  };
}
