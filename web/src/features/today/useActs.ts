import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '@/lib/api';
import { act, change, create, Overtaken, type Values } from '@/lib/changes';
import type { Day } from '@/lib/days';
import { recordQuery, recordsKey, type Entry } from '@/lib/records';
import { useTakeBack } from '@/records/useTakeBack';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import type { Line } from './lines';
import { putOffField } from './rights';
import { dayFor, morning, type When } from './whens';

/** What somebody noted down, and what comes next. */
export interface Noted {
  kind: 'call' | 'note';
  text: string;
  outcome: string | undefined;
  next: { subject: string; when: When } | undefined;
  /** Whether the task of the line is done with it. */
  completes: boolean;
}

async function changed(queries: QueryClient, object: string, entry: Entry, values: Values): Promise<Entry> {
  const { after } = await change(queries, object, entry, values);
  if (!after) {
    throw new Overtaken();
  }
  return after;
}

async function remove(queries: QueryClient, object: string, id: string): Promise<void> {
  const { version } = await queries.query({ ...recordQuery(object, id), staleTime: 0 });
  await answered(
    api.DELETE('/api/v1/records/{object}/{id}', {
      params: { path: { object, id }, header: { 'If-Match': `"${version}"` } },
    }),
  );
}

/** When a line goes: before the server answers, once it has, or not at all. */
type Leaving = 'at once' | 'when done' | 'never';

/** What is done to lines: at once on the screen, and taken back by one click. */
export function useActs() {
  const { t } = useTranslation('today');
  const queries = useQueryClient();
  const takeBack = useTakeBack();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());

  const hide = (line: Line) => setGone((before) => new Set(before).add(line.key));
  const show = (line: Line) => setGone((before) => new Set([...before].filter((key) => key !== line.key)));
  const refresh = (...objects: string[]) =>
    Promise.all(objects.map((object) => queries.invalidateQueries({ queryKey: recordsKey(object) })));

  /** Does it, mostly while the line is away already, and tells how to take it back. */
  const run = async (
    line: Line,
    does: () => Promise<() => Promise<unknown>>,
    said: string,
    objects: string[],
    leaves: Leaving = 'at once',
  ): Promise<boolean> => {
    if (leaves === 'at once') {
      hide(line);
    }
    try {
      const undo = await does();
      if (leaves === 'when done') {
        hide(line);
      }
      const back = async () => {
        try {
          await undo();
          show(line);
          await refresh(...objects);
        } catch (error) {
          tell(error);
        }
      };
      toast.done(said, { undo: () => void back() });
      void refresh(...objects);
      return true;
    } catch (error) {
      show(line);
      tell(error);
      void refresh(line.object);
      return false;
    }
  };

  const complete = (line: Line) =>
    line.object === 'mention'
      ? run(
          line,
          async () => {
            const seen = await act('mention', line.entry, 'see');
            return () => act('mention', seen, 'unsee');
          },
          t('done.seen'),
          ['mention'],
        )
      : run(
          line,
          async () => {
            const done = await act('task', line.entry, 'complete');
            return () => takeBack('task', done, { done_at: null });
          },
          t('done.complete', { name: line.title }),
          ['task'],
        );

  const putOff = (line: Line, to: Day, shown: string) => {
    const field = putOffField(line);
    if (field === undefined) {
      return Promise.resolve(false);
    }
    const value = field === 'close_date' ? to : morning(to);
    return run(
      line,
      async () => {
        const after = await changed(queries, line.object, line.entry, { [field]: value });
        return () => takeBack(line.object, after, { [field]: line.entry[field] ?? null });
      },
      t('done.put_off', { name: line.title, day: shown }),
      [line.object],
    );
  };

  /** Notes it down; what was typed stays open until the server has it. */
  const note = (line: Line, noted: Noted, whenDone: () => void) => {
    const completes = noted.completes && line.object === 'task';
    let seen: Entry | undefined;
    let done: Entry | undefined;
    const made: [string, Entry][] = [];
    const back = async () => {
      for (const [object, entry] of made) {
        await remove(queries, object, entry.id);
      }
      if (done) {
        await takeBack('task', done, { done_at: null });
      }
      if (seen) {
        await act('mention', seen, 'unsee');
      }
    };
    return run(
      line,
      async () => {
        const values = {
          kind: noted.kind,
          body: noted.text,
          about: line.about,
          ...(noted.kind === 'call' && { direction: 'outbound', outcome: noted.outcome ?? null }),
        };
        try {
          made.push(['activity', await create('activity', values)]);
          if (noted.next) {
            const { subject, when } = noted.next;
            const task = { subject, due_at: morning(dayFor(when)), about: line.about };
            made.push(['task', await create('task', task)]);
          }
          if (completes) {
            done = await act('task', line.entry, 'complete', noted.text ? { result: noted.text } : {});
          }
          if (line.object === 'mention') {
            seen = await act('mention', line.entry, 'see');
          }
        } catch (error) {
          await Promise.allSettled(made.map(([object, entry]) => remove(queries, object, entry.id)));
          throw error;
        }
        whenDone();
        return back;
      },
      t('done.noted'),
      ['activity', 'task', 'opportunity', 'lead', 'mention'],
      completes || line.object !== 'task' ? 'when done' : 'never',
    );
  };

  return { gone, complete, putOff, note };
}

export type Acts = ReturnType<typeof useActs>;
