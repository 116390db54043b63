import type { TFunction } from 'i18next';
import { say } from '@/lib/meta';
import type { Kinds } from '../api';
import { rowAt } from './place';
import { stepSaid, type Names } from './said';
import { asksPeople, isForRest, stepOf, TRIGGER, wayOf, type Card, type Definition, type Row } from './tree';

/** What says too little by itself. */
const byKind = new Set(['wait', 'branch', 'split']);

/** How a card is called in a sentence. */
export function called(
  card: Card,
  definition: Definition,
  about: (row: Row | undefined) => { kinds: Kinds; names: Names } | undefined,
  t: TFunction<'flow'>,
): string {
  if (card === TRIGGER) {
    return t('start');
  }
  const row = wayOf(card);
  const step = stepOf(definition, row?.step ?? card);
  if (!step) {
    return card;
  }
  if (row) {
    const name = step.ways?.[row.way]?.name ?? '';
    return (
      name ||
      (asksPeople(step)
        ? t('approval.refused')
        : isForRest(step, row.way)
          ? t('rest')
          : t('way_n', { n: row.way + 1 }))
    );
  }
  const known = about(rowAt(definition, card)) ?? about(undefined);
  const kind = say(known?.kinds.steps.find(({ name }) => name === step.do)?.label) || step.do;
  return byKind.has(step.do) || !known ? kind : (stepSaid(step, known.names, t)[0] ?? kind);
}
