import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act, change, Overtaken, type Values } from '@/lib/changes';
import type { Day } from '@/lib/days';
import { recordsKey, type Entry } from '@/lib/records';
import { noteDown, type Noted } from '@/records/calling/noting';
import { morning } from '@/records/calling/whens';
import type { About } from '@/records/writing/about';
import { useTakeBack } from '@/records/useTakeBack';
import { unmake, type Made } from '@/records/useUnmake';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import type { Line } from './lines';
import { putOffField } from './rights';

async function changed(queries: QueryClient, object: string, entry: Entry, values: Values): Promise<Entry> {
  const { after } = await change(queries, object, entry, values);
  if (!after) {
    throw new Overtaken();
  }
  return after;
}

/** When a line goes: before the server answers, once it has, or not at all. */
type Leaving = 'at once' | 'when done' | 'never';

/** What is done to lines: at once on the screen, and taken back by one click. */
export function useActs() {
  const { t } = useTranslation('today');
  const { t: calling } = useTranslation('calling');
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
  const note = (line: Line, about: About, noted: Noted, whenDone: () => void) => {
    const completes = noted.completes && line.object === 'task';
    let seen: Entry | undefined;
    let done: Entry | undefined;
    let made: Made = [];
    const back = async () => {
      await unmake(queries, made);
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
        made = await noteDown(queries, about, noted);
        try {
          if (completes) {
            done = await act('task', line.entry, 'complete', noted.text ? { result: noted.text } : {});
          }
          if (line.object === 'mention') {
            seen = await act('mention', line.entry, 'see');
          }
        } catch (error) {
          await Promise.allSettled([unmake(queries, made)]);
          throw error;
        }
        whenDone();
        return back;
      },
      calling('noted'),
      ['activity', 'task', 'opportunity', 'lead', 'mention'],
      completes || line.object !== 'task' ? 'when done' : 'never',
    );
  };

  return { gone, complete, putOff, note };
}

export type Acts = ReturnType<typeof useActs>;
