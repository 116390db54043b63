import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFurther } from '@/lib/further';
import { Unread } from '@/ui/Unread';
import { drawnWith } from '@/ui/drawn';
import { useKeptScroll } from '@/ui/kept';
import type { Stages } from '../brought';
import { Card } from './Card';
import { heightOf, type CardFields } from './cardFields';
import { cardsOf, shortened } from './pages';
import type { Landed, Plan } from './plan';
import { columnQuery } from './queries';
import styles from './Board.module.css';

interface Props {
  plan: Plan;
  code: string;
  label: string;
  sort: string;
  closed: boolean;
  fields: CardFields;
  stages: Stages;
  loose: boolean;
  /** How many there are, as far as that is known. */
  count: number | undefined;
  /** Whether the column has come into sight; until then it is not loaded. */
  seen: boolean;
  /** The card that is in somebody's hand, or on its way from here. */
  held: string | undefined;
  leaving: string | undefined;
  landed: Landed | undefined;
}

const GAP = 8;
const AHEAD = 12;

/** The cards of a column, of which only those in sight are drawn. */
export const Cards = memo(function Cards(props: Props) {
  const { plan, code, label, sort, closed, fields, stages, loose, count, seen, held, leaving, landed } =
    props;
  const { t } = useTranslation('board');
  const { t: common } = useTranslation();
  const scroll = useRef<HTMLDivElement>(null);
  const before = useKeptScroll(scroll, `${plan.by.name} ${plan.lane ?? ''} ${code}`);
  const list = useInfiniteQuery({ ...columnQuery(plan, code, sort), enabled: seen && count !== 0 });
  const { data, hasNextPage } = list;
  const { next, unread } = useFurther(list);
  const cards = useMemo(() => cardsOf(data), [data]);
  const height = heightOf(fields);
  const kept = held === undefined ? -1 : cards.findIndex((card) => card.id === held);
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    initialOffset: before,
    getItemKey: useCallback((index: number) => cards[index]?.id ?? index, [cards]),
    gap: GAP,
    overscan: 4,
    paddingEnd: 16,
    useFlushSync: false,
    rangeExtractor: useMemo(() => drawnWith(kept < 0 ? [] : [kept]), [kept]),
  });
  useEffect(() => rows.measure(), [rows, height]);
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= cards.length - AHEAD) {
      next();
    }
  }, [last, cards.length, next]);

  const queries = useQueryClient();
  const { queryKey } = columnQuery(plan, code, sort);
  const atTop =
    kept < 0 && shown[0]?.index === 0 && !list.isFetching && data !== undefined && data.pages.length > 2;
  useEffect(() => {
    if (atTop) {
      queries.setQueryData(queryKey, (all) => all && { ...all, ...shortened(all) });
    }
  }, [atTop, queries, queryKey]);

  return (
    <div ref={scroll} className={styles.scroll}>
      {list.isError && !data ? (
        <div className={styles.quiet}>
          <p>{t('unread')}</p>
          <Button size="small" onClick={() => void list.refetch()}>
            {common('retry')}
          </Button>
        </div>
      ) : list.isPending && count !== 0 ? (
        <div className={styles.pending} aria-hidden />
      ) : cards.length === 0 ? (
        plan.lane === undefined && <p className={styles.quiet}>{t('empty')}</p>
      ) : (
        <ul aria-label={label} className={styles.cards} style={{ height: rows.getTotalSize() }}>
          {shown.map((row) => {
            const card = cards[row.index];
            return (
              card && (
                <li
                  key={card.id}
                  aria-setsize={hasNextPage ? -1 : cards.length}
                  aria-posinset={row.index + 1}
                  style={{ height, transform: `translateY(${row.start}px)` }}
                >
                  <Card
                    object={plan.meta.name}
                    code={code}
                    lane={plan.lane}
                    card={card}
                    fields={fields}
                    limit={stages.limit(card, code)}
                    closed={closed}
                    loose={loose}
                    leaving={leaving === card.id}
                    landed={landed?.id === card.id ? landed : undefined}
                  />
                </li>
              )
            );
          })}
        </ul>
      )}
      {unread && <Unread {...unread} rest />}
    </div>
  );
});
