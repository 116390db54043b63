import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuItem } from '@/ui/Menu';
import { toast } from '@/ui/toast';
import type { Kind } from '../api';
import type { Drawing as OnGraph } from '../graph/context';
import { goesInto } from '../model/place';
import {
  asksPeople,
  cardsOf,
  doubled,
  fresh,
  movedTo,
  movedWay,
  movesTo,
  put,
  spotOf,
  stepOf,
  stepping,
  TRIGGER,
  wayCard,
  wayOf,
  without,
  withoutWay,
  withRest,
  withWay,
  type Card,
  type Definition,
  type Spot,
} from '../model/tree';

interface Props {
  definition: Definition;
  /** How a card is called in a sentence. */
  called: (card: Card) => string;
  onChange: (definition: Definition, about?: string) => void;
  /** Chooses a card, and brings it into sight. */
  onChoose: (card: Card | undefined) => void;
  /** Brings a card into sight, and the focus to it. */
  onFocus: (card: Card) => void;
  /** Takes the last step back, whenever that is asked for. */
  undo: () => void;
}

/** What can be done with the cards of a graph. */
export function useEdits({ definition, called, onChange, onChoose, onFocus, undo }: Props) {
  const { t } = useTranslation('flow');
  const [adding, add] = useState<{ spot: Spot; anchor: HTMLElement }>();
  const [moving, move] = useState<string>();

  /** Where a new step goes that follows the card. */
  const behind = (card: Card): Spot => {
    const way = wayOf(card);
    const spot = spotOf(definition, card);
    return way ? { row: way, at: 0 } : spot ? { ...spot, at: spot.at + 1 } : { at: 0 };
  };
  const addWay = (step: string) => {
    const drawn = stepOf(definition, step);
    const before = drawn?.ways?.length ?? 0;
    const next = withWay(definition, step, {
      name: asksPeople(drawn) ? t('approval.refused') : t('way_n', { n: before + 1 }),
      steps: [],
    });
    onChange(next);
    const at = (stepOf(next, step)?.ways ?? []).findIndex((way) => !drawn?.ways?.includes(way));
    onChoose(wayCard(step, Math.max(0, at)));
  };
  const remove = (card: Card) => {
    if (card === TRIGGER) {
      return;
    }
    const cards = cardsOf(definition);
    const before = cards[cards.indexOf(card) - 1] ?? TRIGGER;
    const row = wayOf(card);
    const of = row && stepOf(definition, row.step);
    // a step that branches is nothing without ways; one that asks is
    const last = of && !asksPeople(of) && (of.ways?.length ?? 0) < 2;
    const what = row && last ? row.step : card;
    onChange(row && !last ? withoutWay(definition, row) : without(definition, what));
    onChoose(undefined);
    onFocus(row && last ? TRIGGER : before);
    toast.done(t('removed', { name: called(what) }), { undo });
  };
  const double = (card: Card) => {
    if (stepOf(definition, card)) {
      const made = doubled(definition, card);
      onChange(made.definition);
      onFocus(made.id);
    }
  };
  const shift = (card: Card, by: 1 | -1) => {
    const row = wayOf(card);
    if (row) {
      const to = row.way + by;
      if (to >= 0 && to < (stepOf(definition, row.step)?.ways?.length ?? 0)) {
        onChange(movedWay(definition, row, by));
        onFocus(wayCard(row.step, to));
        onChoose(undefined);
      }
      return;
    }
    const spot = stepping(definition, card, by);
    if (spot) {
      onChange(movedTo(definition, card, spot));
      onFocus(card);
    }
  };
  const pick = (kind: Kind) => {
    if (!adding) {
      return;
    }
    const one = { name: t('way_n', { n: 1 }), steps: [] };
    const ways = kind.loops
      ? [{ name: '', steps: [] }]
      : kind.branches
        ? kind.name === 'split'
          ? [one, { name: t('way_n', { n: 2 }), steps: [] }]
          : [one]
        : undefined;
    const step = fresh(definition, kind.name, ways);
    const begun = kind.name === 'wait' ? { ...step, input: { days: 1 } } : step;
    onChange(put(definition, adding.spot, begun));
    add(undefined);
    // of a branch the first thing to say is who goes there
    onChoose(kind.name === 'branch' ? wayCard(step.id, 0) : step.id);
  };

  const wayActs = (card: Card): MenuItem[] => {
    const row = wayOf(card);
    const count = (row && stepOf(definition, row.step)?.ways?.length) ?? 0;
    return [
      ...(row && row.way > 0 ? [{ key: 'left', label: t('move_left'), run: () => shift(card, -1) }] : []),
      ...(row && row.way < count - 1
        ? [{ key: 'right', label: t('move_right'), run: () => shift(card, 1) }]
        : []),
      { key: 'remove', label: t('remove_way'), danger: true, run: () => remove(card) },
    ];
  };
  const stepActs = (card: Card): MenuItem[] => [
    ...(stepping(definition, card, -1)
      ? [{ key: 'up', label: t('move_up'), run: () => shift(card, -1) }]
      : []),
    ...(stepping(definition, card, 1)
      ? [{ key: 'down', label: t('move_down'), run: () => shift(card, 1) }]
      : []),
    { key: 'move', label: t('move'), run: () => move(card) },
    { key: 'copy', label: t('duplicate'), run: () => double(card) },
    { key: 'remove', label: t('remove'), danger: true, apart: true, run: () => remove(card) },
  ];

  const graph: OnGraph = {
    moving,
    fits: (spot) =>
      moving !== undefined && movesTo(definition, moving, spot) && goesInto(definition, moving, spot),
    onPut: (spot) => {
      if (moving !== undefined) {
        onChange(movedTo(definition, moving, spot));
        move(undefined);
        onFocus(moving);
      }
    },
    onAdd: (spot, anchor) => add({ spot, anchor }),
    onWay: (step) => addWay(step.id),
    onRest: (step) => {
      const at = step.ways?.length ?? 0;
      onChange(withRest(definition, step.id, { name: t('rest'), steps: [] }));
      onChoose(undefined);
      onFocus(wayCard(step.id, at));
    },
    acts: (card) => (card === TRIGGER ? [] : wayOf(card) ? wayActs(card) : stepActs(card)),
  };
  return {
    graph,
    adding,
    moving,
    pick,
    addWay,
    remove,
    double,
    shift,
    /** Asks what is to follow the card. */
    addBehind: (card: Card, anchor: HTMLElement) => add({ spot: behind(card), anchor }),
    stopAdding: () => add(undefined),
    stopMoving: () => move(undefined),
  };
}
