import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { dayOf } from '@/lib/format';
import { useFurther } from '@/lib/further';
import { lazy } from '@/lib/lazy';
import type { Field, ObjectMeta } from '@/lib/meta';
import type { Entry, Filter } from '@/lib/records';
import { itself, useKeys } from '@/ui/keys';
import { Unread } from '@/ui/Unread';
import { useNarrow } from '@/ui/useNarrow';
import { Day } from './Day';
import { DayList } from './DayList';
import { freshOn, monthAfter, monthOf, placeOf, weeksOf } from './days';
import { monthText, weekdayText } from './dayText';
import { daysQuery, MOST_PAGES, type Plan } from './queries';
import { useMoveDay } from './useMoveDay';
import styles from './Calendar.module.css';

const CreateDrawer = lazy(() =>
  import('../form/CreateDrawer').then((module) => ({ default: module.CreateDrawer })),
);

const MONTH = 'month';

interface Props {
  meta: ObjectMeta;
  day: Field;
  filter: Filter | undefined;
}

/** The month that the address says, else this one. */
function useMonth() {
  const [asked, ask] = useSearchParams();
  const text = asked.get(MONTH) ?? '';
  const month = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text) ? text : monthOf(dayOf(new Date()));
  const show = (to: string) =>
    ask(
      (before) => {
        before.set(MONTH, to);
        return before;
      },
      { replace: true },
    );
  return [month, show] as const;
}

function useDays(plan: Plan, month: string) {
  const weeks = useMemo(() => weeksOf(month), [month]);
  const [first, last] = [weeks[0]?.[0] ?? '', weeks.at(-1)?.at(-1) ?? ''];
  const query = useInfiniteQuery({ ...daysQuery(plan, first, last), placeholderData: keepPreviousData });
  const { data, error } = query;
  const { next, unread } = useFurther(query);
  useEffect(next, [next]);
  const byDay = useMemo(() => {
    const all = new Map<string, Entry[]>();
    for (const entry of data?.pages.flatMap((page) => page.items) ?? []) {
      const at = placeOf(plan.day, entry[plan.day.name]) ?? '';
      all.set(at, [...(all.get(at) ?? []), entry]);
    }
    return all;
  }, [data, plan.day]);
  const full = data?.pages.length === MOST_PAGES && data.pages.at(-1)?.next !== null;
  return { weeks, byDay, full, unread, error: data ? null : error, busy: query.isFetching };
}

/** Records on the days of a month; a record is taken to another day, and a new one begins where one clicks. */
export function Calendar({ meta, day, filter }: Props) {
  const { t } = useTranslation('calendar');
  const plan = useMemo(() => ({ meta, day, filter }), [meta, day, filter]);
  const [month, show] = useMonth();
  const { weeks, byDay, full, unread, error, busy } = useDays(plan, month);
  const move = useMoveDay(plan);
  const narrow = useNarrow();
  const today = dayOf(new Date());
  const [chosen, choose] = useState(today);
  const [creating, create] = useState<string>();
  const loose = meta.can.update !== false && !day.read_only && day.access === 'write';
  const mayCreate = meta.can.create === true && !day.read_only && day.access === 'write';
  useKeys('calendar', {
    before: () => show(monthAfter(month, -1)),
    after: () => show(monthAfter(month, 1)),
    ...(loose && { earlier: itself, later: itself, week_earlier: itself, week_later: itself }),
  });
  if (error) {
    throw error;
  }
  const step = (by: number, label: string) => (
    <button
      type="button"
      className={styles.step}
      aria-label={label}
      title={label}
      onClick={() => show(monthAfter(month, by))}
    >
      {by < 0 ? <ChevronLeft size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
    </button>
  );
  const shownDay = monthOf(chosen) === month ? chosen : `${month}-01`;
  return (
    <div className={styles.calendar} aria-busy={busy}>
      <div className={styles.bar}>
        {step(-1, t('before'))}
        <h2 className={styles.month} aria-live="polite">
          {monthText(month)}
        </h2>
        {step(1, t('after'))}
        {month !== monthOf(today) && (
          <button type="button" className={styles.now} onClick={() => show(monthOf(today))}>
            {t('this_month')}
          </button>
        )}
        {full && <span className={styles.full}>{t('full')}</span>}
      </div>
      {unread && <Unread {...unread} rest />}
      <div role="table" aria-label={monthText(month)} className={styles.grid}>
        <div role="rowgroup">
          <div role="row" className={styles.week} data-head>
            {(weeks[0] ?? []).map((each) => (
              <span key={each} role="columnheader" className={styles.weekday}>
                {weekdayText(each)}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.weeks}>
          {weeks.map((week) => (
            <div key={week[0]} role="row" className={styles.week}>
              {week.map((each) => (
                <Day
                  key={each}
                  plan={plan}
                  day={each}
                  entries={byDay.get(each) ?? []}
                  other={monthOf(each) !== month}
                  today={each === today}
                  chosen={narrow && each === shownDay}
                  loose={loose}
                  brief={narrow}
                  onMove={(entry, to) => void move(entry, to)}
                  onChoose={choose}
                  onCreate={mayCreate ? create : undefined}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      {narrow && (
        <DayList
          plan={plan}
          day={shownDay}
          entries={byDay.get(shownDay) ?? []}
          onCreate={mayCreate ? create : undefined}
        />
      )}
      <Suspense fallback={null}>
        {creating !== undefined && (
          <CreateDrawer
            meta={meta}
            preset={{ [day.name]: freshOn(day, creating) }}
            onClose={() => create(undefined)}
          />
        )}
      </Suspense>
    </div>
  );
}
