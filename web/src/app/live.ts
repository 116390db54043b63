import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { reach } from '@/lib/reach';
import { recordQuery, recordsKey, type Entry } from '@/lib/records';
import { countsKey } from '@/lib/counts';
import { holds, links } from '@/lib/holds';
import { listen } from '@/lib/stream';
import { viewing } from '@/lib/viewing';
import { calmly, isFigure } from './figures';
import { renewal } from './renewal';
import { waitingObjects } from './waiting';

/** A record that somebody changed, as the stream tells it. */
interface Changed {
  object: string;
  id: string;
  version: number;
  act: string;
}

/** Acts that give a record a version of its own; who knows the version has seen it. */
const writing = new Set(['created', 'updated', 'merged']);

/** Objects whose changes also move what is kept of another: of an approval each hears by the own part in it. */
const along: Partial<Record<string, string>> = { approval_task: 'approval' };

/** Changes come in swarms; lists are read anew once they settle. */
const SETTLE = 400;
/** How long between looks whether a server that was away is back, in milliseconds. */
const LOOK = 4_000;

/** What a page stands on rarely changes, and never by others' work. */
const standing = new Set<unknown>(['session', 'meta', 'regions']);

/** Keeps what is on the screen as it is on the server, also after either was away. */
export function useLiveChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const stirred = new Set<string>();
    /** What changed of each object, also where one did it oneself. */
    const changed = new Map<string, Set<string>>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let moved = false;
    const figures = calmly(queries);
    const settle = () => {
      if (moved) {
        void queries.invalidateQueries({ queryKey: countsKey });
      }
      moved = false;
      stirred.forEach(
        (object) =>
          void queries.invalidateQueries({
            queryKey: recordsKey(object),
            predicate: ({ queryKey }) => !isFigure(queryKey),
          }),
      );
      figures.stir(stirred);
      void queries.invalidateQueries({
        queryKey: ['records'],
        predicate: ({ queryKey: [, object], state }) =>
          !stirred.has(String(object)) &&
          [...changed].some(([of, ids]) => (of === object ? links : holds)(state.data, ids)),
      });
      stirred.clear();
      changed.clear();
      timer = undefined;
    };
    const change = (data: string) => {
      const { object, id, version, act } = JSON.parse(data) as Changed;
      if (waitingObjects.has(object)) {
        moved = true;
      }
      changed.set(object, (changed.get(object) ?? new Set()).add(id));
      timer ??= setTimeout(settle, SETTLE);
      const known = queries.getQueryData<Entry>(recordQuery(object, id).queryKey);
      if (known?.version === version && writing.has(act)) {
        return; // one's own change, seen already but where the record is linked
      }
      stirred.add(object);
      const other = along[object];
      if (other !== undefined) {
        stirred.add(other);
      }
    };
    const anew = () => {
      void queries.invalidateQueries({ predicate: ({ queryKey }) => !standing.has(queryKey[0]) });
    };
    const look = () => void renewal.check().catch(() => undefined); // its silence is noted
    const missed = () => {
      reach.answered();
      anew();
    };
    // what others may hear is not told to who looks through their eyes
    const stop =
      viewing.id() !== undefined
        ? () => undefined
        : listen(() => new EventSource('/api/v1/events'), { change, missed, broken: look });
    const looking = setInterval(() => reach.isAway() && look(), LOOK);
    let away = reach.isAway();
    const unfollow = reach.follow(() => {
      if (away && !reach.isAway()) {
        anew();
      }
      away = reach.isAway();
    });
    return () => {
      stop();
      unfollow();
      clearInterval(looking);
      clearTimeout(timer);
      figures.stop();
    };
  }, [queries]);
}
