import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale } from '@/lib/changes';
import { say, type Label } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { tell } from '@/ui/tell';
import { draw, latest, redraw, type Drawn, type Flow, type Kinds } from '../api';
import { missing, NOTHING_WRONG, placedOf, settled, type Placed } from '../model/errors';
import type { Card } from '../model/tree';

/** Keeps a flow as it is drawn, and knows what is wrong with it. */
export function useSaving(object: string, kinds: Kinds, flow: Flow | undefined, drawn: Drawn) {
  const { t } = useTranslation('flow');
  const [placed, place] = useState<Placed>(NOTHING_WRONG);
  const [busy, setBusy] = useState(false);
  const [stale, setStale] = useState(false);
  /** What was refused is told beside the cards; what is no matter of theirs, in passing. */
  const refuse = (error: unknown) => {
    const found = placedOf(drawn.definition, error);
    place(found);
    if (found.cards.size === 0 && found.rest.length === 0) {
      tell(error);
    }
  };
  return {
    placed,
    busy,
    stale,
    refuse,
    changedCard: (card: Card) => place((before) => settled(before, card)),
    /** The flow as it is kept then; nothing where it was refused. */
    save: async (name: string): Promise<Entry | undefined> => {
      const needed = (label: Label) => t('needed', { label: say(label) });
      const empty = missing(drawn.definition, kinds, needed, t('loop.empty'));
      if (empty.cards.size > 0) {
        place(empty);
        return undefined;
      }
      setBusy(true);
      try {
        const kept = { ...drawn, name };
        const entry = flow ? await redraw(flow, kept) : await draw(object, kept);
        place(NOTHING_WRONG);
        setStale(false);
        return entry;
      } catch (error) {
        if (flow && isStale(error)) {
          setStale(true);
          await latest(flow.id);
        } else {
          refuse(error);
        }
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}
