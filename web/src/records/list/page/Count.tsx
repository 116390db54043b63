import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { exactCount, recordsKey, type Filter, type Page } from '@/lib/records';
import { tell } from '@/ui/tell';
import styles from './RecordList.module.css';

interface Props {
  object: string;
  filter: Filter | undefined;
  count: Page['count'];
}

/** How many match: an estimate at first, exactly when somebody asks. */
export function Count({ object, filter, count }: Props) {
  const { t } = useTranslation('list');
  const [asked, ask] = useState<string>();
  const key = JSON.stringify(filter ?? null);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [...recordsKey(object), 'count', key],
    enabled: asked === key,
    queryFn: () => exactCount(object, filter),
  });
  useEffect(() => {
    if (error) {
      tell(error);
    }
  }, [error]);
  if (!count) {
    return null;
  }
  const exact = asked === key && data !== undefined ? data : count.exact ? count.value : undefined;
  const said = (n: number) => ({ count: n, n: number(n) });
  return (
    <span className={styles.count} aria-live="polite" aria-busy={isFetching}>
      {exact === undefined ? (
        <button
          type="button"
          className={styles.ask}
          title={t('count_now')}
          onClick={() => (asked === key ? void refetch() : ask(key))}
        >
          {t('count_estimate', said(count.value))}
        </button>
      ) : (
        t('count_exact', said(exact))
      )}
    </span>
  );
}
