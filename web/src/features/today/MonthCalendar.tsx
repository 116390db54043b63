import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { momentOf, monthOf, plusMonths, today, type Day } from '@/lib/days';
import { clock, dayName, dayOf, monthName, number, weekdayNames } from '@/lib/format';
import { fieldOf, say } from '@/lib/meta';
import type { Wanted } from '@/lib/records';
import { IconButton } from '@/ui/IconButton';
import { byDay, daysOf, type Planned } from './calendar';
import { MOST, someQuery } from './useToday';
import { sees, type Metas } from './wanted';
import styles from './MonthCalendar.module.css';

const PATHS = ['subject', 'kind', 'about', 'opportunity', 'lead', 'contact', 'account'];

/** The person's open tasks, or meetings and visits, between two days. */
function wanted(metas: Metas, object: 'task' | 'activity', days: Day[]): Wanted | undefined {
  const at = object === 'task' ? 'due_at' : 'happened_at';
  if (!sees(metas, object, at)) {
    return undefined;
  }
  const span = [momentOf(days[0] ?? today()), momentOf(days.at(-1) ?? today(), '23:59:59.999')];
  return {
    filter: {
      and: [
        { field: 'owner', op: 'eq', value: '$me' },
        { field: at, op: 'between', value: span },
        object === 'task'
          ? { field: 'done_at', op: 'empty' }
          : { field: 'kind', op: 'in', value: ['meeting', 'visit'] },
      ],
    },
    fields: [at, ...PATHS].filter((path) => sees(metas, object, path)),
    sort: [at],
  };
}

/** A small month with a dot where something stands; a day shows what. */
export function MonthCalendar({ metas }: { metas: Metas }) {
  const { t } = useTranslation('today');
  const [month, show] = useState(() => monthOf(today()));
  const [chosen, choose] = useState(today);
  const days = daysOf(month);
  const tasks = useQuery(someQuery('task', wanted(metas, 'task', days)));
  const meetings = useQuery(someQuery('activity', wanted(metas, 'activity', days)));
  const planned = byDay(tasks.data?.items ?? [], meetings.data?.items ?? [], dayOf);
  const turn = (by: number) => show(plusMonths(month, by));
  const back = () => {
    show(monthOf(today()));
    choose(today());
  };
  return (
    <section aria-label={t('calendar.title')} className={styles.calendar}>
      <div className={styles.head}>
        <h2 aria-live="polite">{monthName(month)}</h2>
        {month !== monthOf(today()) && (
          <button type="button" className={styles.back} onClick={back}>
            {t('calendar.today')}
          </button>
        )}
        <IconButton small label={t('calendar.before')} onClick={() => turn(-1)}>
          <ChevronLeft size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
        <IconButton small label={t('calendar.after')} onClick={() => turn(1)}>
          <ChevronRight size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      </div>
      <div className={styles.grid}>
        {weekdayNames().map((name, i) => (
          <span key={i} className={styles.weekday} aria-hidden>
            {name}
          </span>
        ))}
        {days.map((day) => {
          const own = planned.get(day) ?? [];
          return (
            <button
              key={day}
              type="button"
              className={styles.day}
              aria-label={
                own.length > 0
                  ? t('calendar.day', { count: own.length, n: own.length, day: dayName(day) })
                  : dayName(day)
              }
              aria-pressed={day === chosen}
              aria-current={day === today() ? 'date' : undefined}
              data-other={day.slice(0, 7) !== month.slice(0, 7)}
              onClick={() => choose(day)}
            >
              {Number(day.slice(8))}
              <Dots all={own} />
            </button>
          );
        })}
      </div>
      {[tasks, meetings].some(({ data }) => data?.next) && (
        <p className="muted">{t('calendar.first', { n: number(MOST) })}</p>
      )}
      <DayPlan day={chosen} all={planned.get(chosen) ?? []} metas={metas} />
    </section>
  );
}

function Dots({ all }: { all: Planned[] }) {
  const objects = [...new Set(all.map((each) => each.object))];
  return (
    <span className={styles.dots} aria-hidden>
      {objects.map((object) => (
        <span key={object} data-object={object} />
      ))}
    </span>
  );
}

function DayPlan({ day, all, metas }: { day: Day; all: Planned[]; metas: Metas }) {
  const { t } = useTranslation('today');
  const kindOf = ({ object, kind }: Planned) => {
    const meta = metas[object];
    const choices = meta && fieldOf(meta, 'kind')?.choices;
    return say(choices?.find((choice) => choice.code === kind)?.label) || t('calendar.task');
  };
  return (
    <div className={styles.plan} aria-live="polite">
      <h3>{dayName(day)}</h3>
      {all.length === 0 ? (
        <p className="muted">{t('calendar.nothing')}</p>
      ) : (
        <ul>
          {all.map((each) => (
            <li key={each.id}>
              <Link
                to={each.about ? `/${each.about.object}/${each.about.id}` : `/${each.object}/${each.id}`}
                className={styles.item}
              >
                <time dateTime={each.at}>{clock(new Date(each.at))}</time>
                <span className={styles.what} data-object={each.object}>
                  {[kindOf(each), each.title].filter(Boolean).join(' · ')}
                  {each.who && <small>{each.who}</small>}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
