import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countsKey } from '@/lib/counts';
import type { Entry } from '@/lib/records';
import { aboutOf, useNames } from '@/records/useNames';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { markNews, newsKey, newsQuery, seeAllNews } from './api';

/** What the person was told, how the records are called that it is about, and saying what was seen. */
export function useNews() {
  const { t } = useTranslation('messages');
  const queries = useQueryClient();
  const list = useInfiniteQuery(newsQuery);
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useNames(entries);

  const doing = async (work: () => Promise<unknown>, said?: string) => {
    try {
      await work();
      if (said !== undefined) {
        toast.done(said);
      }
    } catch (refused) {
      tell(refused);
    }
    await Promise.all([
      queries.invalidateQueries({ queryKey: newsKey }),
      queries.invalidateQueries({ queryKey: countsKey }),
    ]);
  };

  return {
    list,
    entries,
    /** Undefined while that is not known, null when the person may not see it. */
    nameOf: (entry: Entry) => names.get(aboutOf(entry)?.id ?? ''),
    mark: (entry: Entry, verb: 'see' | 'unsee') => void doing(() => markNews(entry, verb)),
    seeAll: () => void doing(seeAllNews, t('seen_all')),
  };
}
