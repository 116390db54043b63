import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { CalendarDays, CalendarOff, Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remove, restore } from '@/lib/changes';
import { today } from '@/lib/days';
import { dayName, inARow, relativeDay, shortDay, weekdayName } from '@/lib/format';
import { choiceName, objectQuery, type ObjectMeta } from '@/lib/meta';
import { recordsKey, type Entry } from '@/lib/records';
import { Alert } from '@/ui/Alert';
import { Menu } from '@/ui/Menu';
import { Notice } from '@/ui/Notice';
import { Select } from '@/ui/Select';
import { Tag } from '@/ui/Tag';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { Waiting } from '@/ui/Waiting';
import { PageHead } from '../PageHead';
import styles from '../settings.module.css';
import own from './Calendars.module.css';
import { CALENDAR, calendarsQuery, DAY, daysQuery, removeDays, usersQuery } from './api';
import { CalendarDrawer } from './CalendarDrawer';
import { DayDrawer } from './DayDrawer';
import {
  calendarOf,
  isCompany,
  nextWorked,
  ofYear,
  runsOf,
  weekSaid,
  yearLacking,
  yearsOf,
  type Run,
} from './week';

/** When the company and its teams work, and the days on which they do not. */
export function CalendarsPage() {
  const { t } = useTranslation('settings');
  const { data: calendars, error } = useQuery(calendarsQuery);
  const days = useQuery(daysQuery);
  const { data: meta } = useQuery(objectQuery(CALENDAR));
  const { data: dayMeta } = useQuery(objectQuery(DAY));
  const failed = error ?? days.error;
  if (failed && !(calendars && days.data)) {
    throw failed;
  }
  return (
    <div className={styles.page}>
      <PageHead title={t('nav.calendars')} lead={t('calendar.lead')} />
      {calendars && days.data && meta && dayMeta ? (
        <>
          <Weeks calendars={calendars} days={days.data} meta={meta} />
          <Days calendars={calendars} days={days.data} meta={dayMeta} />
        </>
      ) : (
        <Waiting lines={8} />
      )}
    </div>
  );
}

interface PartProps {
  calendars: Entry[];
  days: Entry[];
  meta: ObjectMeta;
}

/** The hours of each week, the company's first. */
function Weeks({ calendars, days, meta }: PartProps) {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const [open, show] = useState<{ calendar?: Entry }>();
  const { data: users } = useQuery(usersQuery);
  const sorted = [...calendars].sort((a, b) => Number(isCompany(b)) - Number(isCompany(a)));
  const again = () =>
    Promise.all(
      [CALENDAR, DAY, 'department'].map((object) =>
        queries.invalidateQueries({ queryKey: recordsKey(object) }),
      ),
    );
  const drop = async (calendar: Entry) => {
    try {
      await remove(CALENDAR, calendar);
      await again();
      toast.done(t('calendar.deleted', { name: String(calendar.name) }), {
        undo: () => void restore(CALENDAR, calendar.id).then(again).catch(tell),
      });
    } catch (refused) {
      tell(refused);
    }
  };
  return (
    <>
      <div className={own.bar}>
        <h2>{t('calendar.weeks')}</h2>
        <Button icon={<Plus size={16} aria-hidden />} onClick={() => show({})}>
          {t('calendar.add')}
        </Button>
      </div>
      <ul aria-label={t('calendar.weeks')} className={styles.rows}>
        {sorted.map((calendar) => {
          const name = String(calendar.name);
          const used = users?.get(calendar.id);
          const next = nextWorked(today(), calendar, days);
          const told = [
            next && t('calendar.next', { day: dayName(next.day), hours: next.hours }),
            used && t('calendar.used', { names: inARow(used) }),
          ].filter(Boolean);
          return (
            <li key={calendar.id} className={styles.row}>
              <CalendarDays size={16} strokeWidth={1.5} aria-hidden />
              <span className={styles.what}>
                <button type="button" className={styles.name} onClick={() => show({ calendar })}>
                  {name}
                </button>
                <span className={styles.small}>
                  {weekSaid(calendar, (from, to) => t('calendar.span', { from, to })).join(t('calendar.and'))}
                </span>
                <span className={styles.small}>{told.join(' · ')}</span>
              </span>
              {isCompany(calendar) ? (
                <span className={styles.tags}>
                  <Tag seed="company">{t('calendar.company')}</Tag>
                </span>
              ) : (
                <span className={styles.acts}>
                  <Menu
                    label={t('more_of', { name })}
                    items={[
                      { key: 'edit', label: t('edit'), run: () => show({ calendar }) },
                      {
                        key: 'delete',
                        label: t('calendar.delete'),
                        danger: true,
                        apart: true,
                        run: () => void drop(calendar),
                      },
                    ]}
                  >
                    <Ellipsis size={16} aria-hidden />
                  </Menu>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {open && <CalendarDrawer meta={meta} {...open} onClose={() => show(undefined)} />}
    </>
  );
}

/** The days of a year that are not as their weekday. */
function Days({ calendars, days, meta }: PartProps) {
  const { t } = useTranslation('settings');
  const [open, show] = useState<{ run?: Run }>();
  const now = today();
  const [year, choose] = useState(Number(now.slice(0, 4)));
  const lacking = yearLacking(days, now);
  const runs = runsOf(ofYear(days, year));
  const add = (
    <Button icon={<Plus size={16} aria-hidden />} onClick={() => show({})}>
      {t('calendar.add_day')}
    </Button>
  );
  return (
    <>
      <div className={own.bar}>
        <h2>{t('calendar.days')}</h2>
        <Select<number>
          aria-label={t('calendar.year')}
          value={year}
          options={yearsOf(days, now).map((each) => ({
            value: each,
            label: t('calendar.year_n', { n: each }),
          }))}
          onChange={(chosen: number) => choose(chosen)}
        />
        {runs.length > 0 && add}
      </div>
      {lacking !== undefined && (
        <div className={styles.banner}>
          <Alert
            kind="warning"
            act={
              year !== lacking && (
                <Button size="small" onClick={() => choose(lacking)}>
                  {t('calendar.show_year', { n: lacking })}
                </Button>
              )
            }
          >
            {t('calendar.lacking', { n: lacking })}
          </Alert>
        </div>
      )}
      {runs.length === 0 ? (
        <Notice title={t('calendar.none', { n: year })} hint={t('calendar.none_hint')} act={add} />
      ) : (
        <ul aria-label={t('calendar.days')} className={styles.rows}>
          {runs.map((run) => (
            <DayRow
              key={run.days[0]?.id}
              run={run}
              meta={meta}
              whose={calendars.find(({ id }) => run.days[0] && id === calendarOf(run.days[0]))}
              onOpen={() => show({ run })}
            />
          ))}
        </ul>
      )}
      {open && <DayDrawer meta={meta} {...open} onClose={() => show(undefined)} />}
    </>
  );
}

/** A day as it stands in its year, such as `10-01 周四`. */
const said = (day: string): string => `${shortDay(day, day)} ${weekdayName(day)}`;

interface RowProps {
  run: Run;
  meta: ObjectMeta;
  /** The calendar whose days they are, where they are not everybody's. */
  whose: Entry | undefined;
  onOpen: () => void;
}

function DayRow({ run, meta, whose, onOpen }: RowProps) {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const [first] = run.days;
  const name = String(first?.name);
  const works = first?.kind === 'working';
  const Sign = works ? CalendarDays : CalendarOff;
  const again = () => queries.invalidateQueries({ queryKey: recordsKey(DAY) });
  const back = async () => {
    for (const { id } of run.days) {
      await restore(DAY, id);
    }
    await again();
  };
  const drop = async () => {
    try {
      await removeDays(run);
      await again();
      toast.done(t('calendar.deleted', { name }), { undo: () => void back().catch(tell) });
    } catch (refused) {
      tell(refused);
    }
  };
  const when = run.to === run.from ? said(run.from) : `${said(run.from)} – ${said(run.to)}`;
  const told = [
    when,
    run.days.length > 1 && t('calendar.length', { count: run.days.length }),
    works && typeof first.hours === 'string' && first.hours,
    whose && t('calendar.only', { name: String(whose.name) }),
  ].filter(Boolean);
  return (
    <li className={styles.row} data-quiet={run.to < today()}>
      <Sign size={16} strokeWidth={1.5} aria-hidden />
      <span className={styles.what}>
        <button type="button" className={styles.name} onClick={onOpen}>
          {name}
        </button>
        <span className={styles.small}>{told.join(' · ')}</span>
      </span>
      {run.from >= today() && <span className={styles.cell}>{relativeDay(run.from)}</span>}
      <Tag seed={works ? 'working' : 'off'} colour={works ? 'blue' : 'jade'}>
        {choiceName(meta, 'kind', first?.kind)}
      </Tag>
      <span className={styles.acts}>
        <Menu
          label={t('more_of', { name })}
          items={[
            { key: 'edit', label: t('edit'), run: onOpen },
            {
              key: 'delete',
              label: t('calendar.delete_days'),
              danger: true,
              apart: true,
              run: () => void drop(),
            },
          ]}
        >
          <Ellipsis size={16} aria-hidden />
        </Menu>
      </span>
    </li>
  );
}
