import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { calls } from '@/lib/api';
import { recordQuery, recordsKey, type Entry } from '@/lib/records';
import { sessionQuery } from '@/lib/session';

/** A record that somebody changed, as the stream tells it. */
interface Changed {
  object: string;
  id: string;
  version: number;
}

/** Changes come in swarms; lists are read anew once they settle. */
const SETTLE = 400;

/** Keeps what is on the screen as it is on the server, and notices the end of the session. */
export function useLiveChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    calls.whenSessionEnds(() => {
      queries.setQueryData(sessionQuery.queryKey, null);
      location.assign(`/sign-in?ended&to=${encodeURIComponent(location.pathname + location.search)}`);
    });
    const stirred = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      stirred.forEach((object) => void queries.invalidateQueries({ queryKey: recordsKey(object) }));
      stirred.clear();
      timer = undefined;
    };
    const source = new EventSource('/api/v1/events');
    const heard = (message: MessageEvent<string>) => {
      const { object, id, version } = JSON.parse(message.data) as Changed;
      const known = queries.getQueryData<Entry>(recordQuery(object, id).queryKey);
      if (known?.version === version) {
        return; // one's own change, seen already
      }
      stirred.add(object);
      timer ??= setTimeout(settle, SETTLE);
    };
    source.addEventListener('message', heard);
    source.addEventListener('change', heard);
    return () => {
      source.close();
      clearTimeout(timer);
    };
  }, [queries]);
}
