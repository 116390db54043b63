import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '@/lib/records';
import { decide, refreshed, type Said } from '@/records/approval/api';
import { whyNot } from '@/ui/tell';
import { toast } from '@/ui/toast';

/** What can be decided without looking at the record. */
export type Quick = 'approve' | 'refuse';

/** What came of a decision about one of several. */
export type Result = { deed: Quick } | { why: string };

interface Asked {
  deed: Quick;
  tasks: Entry[];
}

/** Decides about one or about several at once; of several each tells what came of it, until the person has seen that. */
export function useDeciding() {
  const { t } = useTranslation('approval');
  const [asked, ask] = useState<Asked>();
  const [results, tellResults] = useState(new Map<string, Result>());
  /** The rows as they stood, so that results have a place. */
  const [held, hold] = useState<Entry[]>();

  const one = async ({ deed, tasks: [task] }: Asked, said: Said) => {
    try {
      await decide(task?.id ?? '', deed, said);
      toast.done(t(`did.${deed}`));
    } finally {
      await refreshed();
    }
  };
  const several = async ({ deed, tasks }: Asked, said: Said, rows: Entry[]) => {
    hold(rows);
    for (const { id } of tasks) {
      let result: Result = { deed };
      try {
        await decide(id, deed, said);
      } catch (refused) {
        result = { why: whyNot(refused) };
      }
      tellResults((before) => new Map(before).set(id, result));
    }
    await refreshed();
  };
  return {
    asked,
    results,
    held,
    ask: (deed: Quick, tasks: Entry[]) => tasks.length > 0 && ask({ deed, tasks }),
    close: () => ask(undefined),
    run: (said: Said, rows: Entry[]) =>
      asked === undefined
        ? Promise.resolve()
        : asked.tasks.length === 1
          ? one(asked, said)
          : several(asked, said, rows),
    settle: () => {
      hold(undefined);
      tellResults(new Map());
    },
  };
}
