import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale } from '@/lib/changes';
import { say } from '@/lib/meta';
import { useKeys } from '@/ui/keys';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { useDrawing, type Kept as Way } from '../design/useDrawing';
import { NOTHING_WRONG, settled as settledCard, type Placed } from '../model/errors';
import type { Kinds } from '../api';
import { doToProcess, latestProcess, redrawProcess, type Drawn, type Kept } from './api';
import { missing, placedOf } from './errors';
import { readProcess, sameProcess, writtenProcess, type Card, type Process } from './model';

const KEPT: Way<Drawn> = {
  same: (one, other) => one.name === other.name && sameProcess(one.definition, other.definition),
  written: ({ name, definition }) => ({ name, definition: writtenProcess(definition) }),
  read: (found) =>
    'definition' in found
      ? { name: 'name' in found ? String(found.name) : '', definition: readProcess(found.definition) }
      : undefined,
};

/** What is drawn of a process, what is chosen of it, and what can be done with it. */
export function useProcess(kept: Kept, kinds: Kinds) {
  const { t } = useTranslation('process');
  const { t: flow } = useTranslation('flow');
  const base = { name: kept.name, definition: readProcess(kept.definition) };
  const drawing = useDrawing(`process.${kept.id}`, base, KEPT);
  const { drawn, changed, undo, redo } = drawing;
  const [chosen, choose] = useState<Card>();
  const [placed, place] = useState<Placed>(NOTHING_WRONG);
  const [busy, setBusy] = useState(false);
  const [stale, setStale] = useState(false);
  const [publishing, publish] = useState(false);
  const passing = useRef(false);

  /** What was refused is told beside what it is about; what is about nothing here, in passing. */
  const refuse = (error: unknown) => {
    const found = placedOf(drawn.definition, error);
    place(found);
    if (found.cards.size === 0 && found.rest.length === 0) {
      tell(error);
    }
  };
  /** Whether it is kept then. */
  const save = async (): Promise<boolean> => {
    const empty = missing(drawn.definition, kinds.steps, {
      input: (label) => flow('needed', { label: say(label) }),
      item: t('needed_item'),
      when: t('needed_when'),
      message: t('needed_message'),
    });
    if (empty.cards.size > 0) {
      place(empty);
      return false;
    }
    setBusy(true);
    try {
      await redrawProcess(kept, { ...drawn, name: drawn.name.trim() || kept.name });
      place(NOTHING_WRONG);
      setStale(false);
      drawing.settle();
      return true;
    } catch (error) {
      if (isStale(error)) {
        setStale(true);
        await latestProcess(kept.id);
      } else {
        refuse(error);
      }
      return false;
    } finally {
      setBusy(false);
    }
  };
  useKeys('designer', {
    ...(changed && { save: () => void save() }),
    ...(undo && { undo }),
    ...(redo && { redo }),
  });
  return {
    drawing,
    definition: drawn.definition,
    chosen,
    choose,
    placed,
    busy,
    stale,
    passing,
    publishing,
    save,
    change: (definition: Process, about?: string) => {
      if (chosen !== undefined) {
        place((before) => settledCard(before, chosen));
      }
      drawing.change({ ...drawn, definition }, about === undefined ? undefined : `${chosen ?? ''} ${about}`);
    },
    askToPublish: async () => {
      if (!changed || (await save())) {
        publish(true);
      }
    },
    stopPublishing: () => publish(false),
    publish: async () => {
      try {
        await doToProcess((await latestProcess(kept.id)) ?? kept, 'publish');
        toast.done(t('published', { name: drawn.name }));
      } catch (error) {
        refuse(error);
      }
      publish(false);
    },
  };
}
