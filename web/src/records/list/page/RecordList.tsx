import { Button } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy } from '@/lib/lazy';
import { say, type ObjectMeta } from '@/lib/meta';
import { useStable } from '@/lib/useStable';
import { Notice } from '@/ui/Notice';
import { useNarrow } from '@/ui/useNarrow';
import { Waiting } from '@/ui/Waiting';
import { ChooseButton } from '../arrange/ChooseButton';
import { CreateButton } from './CreateButton';
import { CardButton } from '../arrange/CardButton';
import { ColumnsButton } from '../arrange/ColumnsButton';
import { Empty } from './Empty';
import { FilterBar } from '../filter/FilterBar';
import { ImportButton } from '../ImportButton';
import { SortButton } from '../arrange/SortButton';
import { Table } from '../table/Table';
import { Count } from './Count';
import { useChosen } from '../useChosen';
import { useList } from './useList';
import { useView } from '../views/useView';
import { Changed, Lost } from '../views/Changed';
import { useMayChange, useViewActs } from '../views/useViewActs';
import { useViews } from '../views/useViews';
import { ViewBar } from '../views/ViewBar';
import { ViewBy, ViewSwitch } from '../views/ViewSwitch';
import styles from './RecordList.module.css';

const Board = lazy(() => import('../../board/Board').then((module) => ({ default: module.Board })));
const Calendar = lazy(() =>
  import('../../calendar/Calendar').then((module) => ({ default: module.Calendar })),
);
const BulkBar = lazy(() => import('../bulk/BulkBar'));

/** A view: its name, filters, rows or a board, and what can be done with those that are chosen. */
export function RecordList({ meta }: { meta: ObjectMeta }) {
  const { t } = useTranslation('list');
  const views = useViews(meta);
  const acts = useViewActs(meta, views);
  const mayChange = useMayChange(views.current);
  const shown = useView(meta, views);
  const list = useList(meta, shown);
  const view = { ...shown, sound: { ...shown.sound, filter: list.filter } };
  const filter = useStable(list.filter);
  const card = useStable(view.card);
  const narrow = useNarrow();
  const chosen = useChosen(list.entries, list.filter);
  const plural = say(meta.plural);
  const by = view.kind === 'board' ? view.by : undefined;
  const day = view.kind === 'calendar' ? view.day : undefined;
  const desk = { meta, view, views, acts, mayChange };
  return (
    <div className={styles.list}>
      <header className={styles.head}>
        <ViewBar {...desk} />
        <span className={styles.acts}>
          <ViewSwitch view={view} />
          <ImportButton meta={meta} />
          <CreateButton meta={meta} />
        </span>
      </header>
      <div className={styles.tools}>
        <FilterBar key={views.current.id} meta={meta} view={view} refusals={list.refusals} />
        <div className={styles.rest}>
          <Changed {...desk} />
          <div className={styles.arrange}>
            <ViewBy meta={meta} view={view} />
            {!day && <SortButton meta={meta} view={view} />}
            {by && <CardButton meta={meta} view={view} />}
            {!by && !day && <ColumnsButton meta={meta} view={view} />}
            {narrow && !by && !day && list.entries.length > 0 && <ChooseButton chosen={chosen} />}
            <Count object={meta.name} filter={list.filter} count={list.count} />
          </div>
        </div>
      </div>
      <Lost {...desk} />
      {!view.ready ? (
        <Waiting lines={12} />
      ) : by ? (
        <Suspense fallback={<Waiting lines={12} />}>
          <Board
            key={by.name}
            meta={meta}
            by={by}
            filter={filter}
            sort={view.sort[0] ?? '-updated_at'}
            card={card}
            lanes={narrow ? undefined : view.lanes}
            limits={view.limits}
            onLimits={(limits) => view.change({ limits })}
          />
        </Suspense>
      ) : day ? (
        <Suspense fallback={<Waiting lines={12} />}>
          <Calendar key={day.name} meta={meta} day={day} filter={filter} />
        </Suspense>
      ) : list.pending ? (
        <Waiting lines={12} />
      ) : list.entries.length === 0 ? (
        list.filter ? (
          <Notice
            title={t('nothing', { object: plural })}
            hint={t('nothing_hint')}
            act={<Button onClick={() => view.filterBy(undefined)}>{t('clear_filters')}</Button>}
          />
        ) : (
          <Empty meta={meta} />
        )
      ) : (
        <Table
          meta={meta}
          view={view}
          entries={list.entries}
          chosen={chosen}
          more={list.more}
          unread={list.unread}
          onEnd={list.next}
          onSeen={list.seen}
        />
      )}
      {chosen.choosing && (
        <Suspense fallback={null}>
          <BulkBar meta={meta} view={view} list={list} chosen={chosen} />
        </Suspense>
      )}
    </div>
  );
}
