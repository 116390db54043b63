import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { say, type ObjectMeta } from '@/lib/meta';
import { listQuery } from '@/lib/records';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import { CreateButton } from './CreateButton';
import { Table } from './Table';
import { useView } from './useView';
import { useBoard, ViewSwitch } from './ViewSwitch';
import styles from './RecordList.module.css';

const Board = lazy(() => import('../board/Board').then((module) => ({ default: module.Board })));

/** Title, count and rows, or a board. */
export function RecordList({ meta }: { meta: ObjectMeta }) {
  const { t } = useTranslation('list');
  const view = useView(meta);
  const by = useBoard(meta);
  const list = useInfiniteQuery({
    ...listQuery(meta.name, view.wanted),
    placeholderData: (before) => before,
    enabled: !by,
  });
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  const count = list.data?.pages[0]?.count;
  const plural = say(meta.plural);
  if (list.error && !list.data) {
    throw list.error;
  }
  return (
    <div className={styles.list}>
      <header className={styles.head}>
        <h1>{t('all', { object: plural })}</h1>
        {!by && count && (
          <span className={styles.count} aria-live="polite">
            {t(count.exact ? 'count_exact' : 'count_estimate', {
              count: count.value,
              n: number(count.value),
            })}
          </span>
        )}
        <span className={styles.acts}>
          <ViewSwitch meta={meta} />
          <CreateButton meta={meta} />
        </span>
      </header>
      {by ? (
        <Suspense fallback={<Waiting lines={12} />}>
          <Board key={by.name} meta={meta} by={by} filter={view.filter} sort={view.sort} />
        </Suspense>
      ) : list.isPending ? (
        <Waiting lines={12} />
      ) : entries.length === 0 ? (
        <Notice
          title={t(view.filter ? 'nothing' : 'empty', { object: plural })}
          hint={t(view.filter ? 'nothing_hint' : 'empty_hint')}
        />
      ) : (
        <Table
          meta={meta}
          view={view}
          entries={entries}
          more={list.hasNextPage}
          onEnd={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) {
              void list.fetchNextPage();
            }
          }}
        />
      )}
    </div>
  );
}
