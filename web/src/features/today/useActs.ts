import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act, changed } from '@/lib/changes';
import type { Day } from '@/lib/days';
import { recordsKey, type Entry } from '@/lib/records';
import { noteDown, type Noted } from '@/records/calling/noting';
import { morning } from '@/records/writing/whens';
import type { About } from '@/records/writing/about';
import { useTakeBack } from '@/records/useTakeBack';
import { unmake, type Made } from '@/records/useUnmake';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import type { Line } from './lines';
import { putOffField } from './rights';

/** A line that was just done, and what takes that back as soon as the server knows of it. */
export interface Done {
  line: Line;
  undo: (() => void) | undefined;
}

/** When a line goes: before the server answers, also as one that stays in its place as done; once it has; or not at all. */
type Leaving = 'done' | 'at once' | 'when done' | 'never';

/** What is done to lines: at once on the screen, and taken back by one click. */
export function useActs() {
  const { t } = useTranslation('today');
  const { t: calling } = useTranslation('calling');
  const queries = useQueryClient();
  const takeBack = useTakeBack();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<readonly Done[]>([]);

  const stay = (line: Line) => setDone((before) => [...before, { line, undo: undefined }]);
  const offer = (line: Line, undo: Done['undo']) =>
    setDone((before) => before.map((each) => (each.line === line ? { line, undo } : each)));
  /** The line, or each that was done, stays no longer. */
  const settle = useCallback(
    (line?: Line) => setDone((before) => (line ? before.filter((each) => each.line !== line) : [])),
    [],
  );
  const hide = (line: Line) => setGone((before) => new Set(before).add(line.key));
  const show = (line: Line) => setGone((before) => new Set([...before].filter((key) => key !== line.key)));
  const refresh = (...objects: string[]) =>
    Promise.all(objects.map((object) => queries.invalidateQueries({ queryKey: recordsKey(object) })));

  const back = async (line: Line, undo: () => Promise<unknown>, objects: string[]) => {
    offer(line, undefined);
    try {
      await undo();
      await refresh(...objects); // what is known of the line is not to be seen again
      show(line);
    } catch (error) {
      tell(error);
    }
    settle(line);
  };

  /** Does it, mostly while the line is away already, and tells how to take it back. */
  const run = async (
    line: Line,
    does: () => Promise<() => Promise<unknown>>,
    said: string,
    objects: string[],
    leaves: Leaving = 'at once',
  ): Promise<boolean> => {
    if (leaves === 'done') {
      stay(line);
    }
    if (leaves === 'done' || leaves === 'at once') {
      hide(line);
    }
    try {
      const undo = await does();
      if (leaves === 'when done') {
        hide(line);
      }
      offer(line, toast.done(said, { undo: () => void back(line, undo, objects) }));
      void refresh(...objects);
      return true;
    } catch (error) {
      show(line);
      settle(line);
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
          'done',
        )
      : run(
          line,
          async () => {
            const done = await act('task', line.entry, 'complete');
            return () => takeBack('task', done, { done_at: null });
          },
          t('done.complete', { name: line.title }),
          ['task', 'opportunity', 'lead'],
          'done',
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
    let completed: Entry | undefined;
    let made: Made = [];
    const undo = async () => {
      await unmake(queries, made);
      if (completed) {
        await takeBack('task', completed, { done_at: null });
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
            completed = await act('task', line.entry, 'complete', noted.text ? { result: noted.text } : {});
          }
          if (line.object === 'mention') {
            seen = await act('mention', line.entry, 'see');
          }
        } catch (error) {
          await Promise.allSettled([unmake(queries, made)]);
          throw error;
        }
        whenDone();
        return undo;
      },
      calling('noted'),
      ['activity', 'task', 'opportunity', 'lead', 'mention'],
      completes || line.object !== 'task' ? 'when done' : 'never',
    );
  };

  return { gone, done, settle, complete, putOff, note };
}

export type Acts = ReturnType<typeof useActs>;
