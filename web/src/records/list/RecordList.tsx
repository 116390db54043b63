import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { say, type ObjectMeta } from '@/lib/meta';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import { CreateButton } from './CreateButton';
import { ColumnsButton } from './arrange/ColumnsButton';
import { FilterBar } from './filter/FilterBar';
import { SortButton } from './arrange/SortButton';
import { Table } from './Table';
import { Total } from './Total';
import { useChosen } from './useChosen';
import { useList } from './useList';
import { useView } from './useView';
import { useBoard, ViewSwitch } from './ViewSwitch';
import styles from './RecordList.module.css';

const Board = lazy(() => import('../board/Board').then((module) => ({ default: module.Board })));
const BulkBar = lazy(() => import('./bulk/BulkBar'));

/** Title, filters, rows or a board, and what can be done with those that are chosen. */
export function RecordList({ meta }: { meta: ObjectMeta }) {
  const { t } = useTranslation('list');
  const view = useView(meta);
  const by = useBoard(meta);
  const list = useList(meta, view);
  const chosen = useChosen(list.entries, list.filter);
  const plural = say(meta.plural);
  return (
    <div className={styles.list}>
      <header className={styles.head}>
        <h1>{t('all', { object: plural })}</h1>
        <Total object={meta.name} filter={list.filter} count={list.count} />
        <span className={styles.acts}>
          <ViewSwitch meta={meta} />
          <CreateButton meta={meta} />
        </span>
      </header>
      <div className={styles.tools}>
        <FilterBar meta={meta} view={view} refusals={list.refusals} />
        <div className={styles.arrange}>
          <SortButton meta={meta} view={view} />
          {!by && <ColumnsButton meta={meta} view={view} />}
        </div>
      </div>
      {by ? (
        <Suspense fallback={<Waiting lines={12} />}>
          <Board
            key={by.name}
            meta={meta}
            by={by}
            filter={list.filter}
            sort={view.sort[0] ?? '-updated_at'}
          />
        </Suspense>
      ) : list.pending ? (
        <Waiting lines={12} />
      ) : list.entries.length === 0 ? (
        <Notice
          title={t(list.filter ? 'nothing' : 'empty', { object: plural })}
          hint={t(list.filter ? 'nothing_hint' : 'empty_hint')}
          act={list.filter && <Button onClick={() => view.filterBy(undefined)}>{t('clear_filters')}</Button>}
        />
      ) : (
        <Table
          meta={meta}
          view={view}
          entries={list.entries}
          chosen={chosen}
          more={list.more}
          onEnd={list.next}
        />
      )}
      {chosen.size > 0 && (
        <Suspense fallback={null}>
          <BulkBar meta={meta} view={view} list={list} chosen={chosen} />
        </Suspense>
      )}
    </div>
  );
}
