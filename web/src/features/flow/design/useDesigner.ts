import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ObjectMeta } from '@/lib/meta';
import { useKeys } from '@/ui/keys';
import { useNarrow } from '@/ui/useNarrow';
import type { Drawn, Flow, Kinds, Outlook } from '../api';
import { called } from '../model/called';
import { read, sameDefinition, TRIGGER, written, type Card, type Definition } from '../model/tree';
import { useAbouts } from '../useAbouts';
import { useDrawing, type Kept } from './useDrawing';
import { useEdits } from './useEdits';
import { useSaving } from './useSaving';
import { useWalking } from './useWalking';

export interface DesignerProps {
  meta: ObjectMeta;
  kinds: Kinds;
  /** None while it is new. */
  flow: Flow | undefined;
  base: Drawn;
  /** Under what it stays in the browser. */
  place: string;
  /** Whether one came to publish it. */
  publishing: boolean;
}

const KEPT: Kept<Drawn> = {
  same: (one, other) => one.name === other.name && sameDefinition(one.definition, other.definition),
  written: ({ name, definition }) => ({ name, definition: written(definition) }),
  read: (found) =>
    'definition' in found
      ? { name: 'name' in found ? String(found.name) : '', definition: read(found.definition) }
      : undefined,
};

/** What is drawn, what is chosen of it, and what can be done with it. */
export function useDesigner({ meta, kinds, flow, base, place, publishing: publishAtFirst }: DesignerProps) {
  const { t } = useTranslation('flow');
  const go = useNavigate();
  const narrow = useNarrow();
  const canvas = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(place, base, KEPT);
  const { drawn, changed, undo, redo } = drawing;
  const { definition } = drawn;
  const saving = useSaving(meta.name, kinds, flow, drawn);
  const { names, about } = useAbouts(meta, kinds, definition);
  // who begins with nothing says first what starts it; on a phone that would cover the graph
  const [chosen, setChosen] = useState<Card | undefined>(
    !flow && !narrow && base.definition.steps.length === 0 ? TRIGGER : undefined,
  );
  const [backTesting, backTest] = useState(false);
  const [publishing, publish] = useState(publishAtFirst);
  const [trial, setTrial] = useState<{ outlook: Outlook | undefined; hidden?: boolean }>();
  const passing = useRef(false);
  /** What takes the last step back now; a message that offers it stays longer than a step. */
  const undoing = useRef<() => void>(() => undefined);
  useEffect(() => {
    undoing.current = () => undo && undo();
  });

  const calledNow = (card: Card) => called(card, definition, about, t);
  const change = (next: Definition, about?: string) => {
    setTrial((now) => (now?.hidden ? undefined : now && { outlook: undefined }));
    drawing.change({ ...drawn, definition: next }, about);
  };
  const choose = (card: Card | undefined) => {
    setChosen(card);
    if (card !== undefined) {
      setTrial(undefined);
      walking.show(card, false);
    }
  };
  const edits = useEdits({
    definition,
    called: calledNow,
    onChange: change,
    onChoose: choose,
    onFocus: (card) => walking.show(card, true),
    undo: () => undoing.current(),
  });
  const walking = useWalking(canvas, definition, {
    add: edits.addBehind,
    remove: edits.remove,
    double: edits.double,
    shift: edits.shift,
  });
  /** Keeps the flow; a new one has a page of its own from then on. */
  const save = async (to?: 'publish'): Promise<boolean> => {
    const entry = await saving.save(drawn.name.trim() || t('unnamed'));
    if (!entry) {
      return false;
    }
    drawing.settle();
    if (!flow) {
      passing.current = true;
      void go(`/settings/flows/${entry.id}`, { replace: true, state: { publish: to === 'publish' } });
    }
    return true;
  };
  useKeys('designer', {
    ...((changed || !flow) && { save: () => void save() }),
    ...(undo && { undo }),
    ...(redo && { redo }),
  });
  return {
    canvas,
    drawing,
    definition,
    saving,
    names,
    about,
    chosen,
    trial,
    setTrial,
    passing,
    called: calledNow,
    choose,
    edits,
    walking,
    save,
    backTesting,
    backTest,
    publishing,
    stopPublishing: () => publish(false),
    /** Changes something of the card that is chosen. */
    changeChosen: (next: Definition, about?: string) => {
      if (chosen !== undefined) {
        saving.changedCard(chosen);
      }
      change(next, about);
    },
    close: () => {
      setChosen(undefined);
      if (chosen !== undefined) {
        walking.show(chosen, true);
      }
    },
    askToPublish: async () => {
      if (!(changed || !flow) || (await save('publish'))) {
        publish(flow !== undefined);
      }
    },
    /** Where it covers the graph, what came of it stays to be seen there. */
    closeTrial: () =>
      setTrial(narrow && trial?.outlook ? { outlook: trial.outlook, hidden: true } : undefined),
    turnTrial: () => {
      setChosen(undefined);
      setTrial(trial && !trial.hidden ? undefined : { outlook: undefined });
    },
  };
}
