import { useQueries } from '@tanstack/react-query';
import { sees } from '@/lib/meta';
import { anyQuery } from '@/lib/records';
import { mine, type Metas } from '../wanted';

const works = ['lead', 'account', 'opportunity', 'task', 'activity'];

/** Whether anything was ever the person's to work on; undefined while nobody knows, and asked only where it matters. */
export function useHadWork(metas: Metas, matters: boolean): boolean | undefined {
  const seen = works.filter((object) => sees(metas[object], 'owner'));
  return useQueries({
    queries: seen.map((object) => ({ ...anyQuery(object, mine), enabled: matters })),
    combine: (answers) =>
      answers.some(({ data, isError }) => isError || data)
        ? true
        : answers.every(({ data }) => data === false)
          ? false
          : undefined,
  });
}
