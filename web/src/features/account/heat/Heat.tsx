import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { plusDays } from '@/lib/days';
import { monthShort, number, shortDay } from '@/lib/format';
import { levelOf, monthsOf, type Week } from './weeks';
import styles from './heat.module.css';

interface Props {
  weeks: Week[];
  /** Where the week's activities are listed. */
  to: (week: Week) => string;
}

const LEVELS = [0, 1, 2, 3, 4];
const steps: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Months side by side, their weeks under each other, the warmer the busier; one stop of the keyboard, arrows go from week to week. */
export function Heat({ weeks, to }: Props) {
  const { t } = useTranslation('account');
  const busy = weeks.filter(({ n }) => n > 0);
  const most = Math.max(...weeks.map(({ n }) => n));
  const [at, stand] = useState(busy.at(-1)?.monday);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const links = [...event.currentTarget.querySelectorAll('a')];
      links[links.indexOf(document.activeElement as HTMLAnchorElement) + step]?.focus();
    }
  };
  const said = ({ monday, n }: Week) =>
    t('heat.week', {
      from: shortDay(monday, monday),
      to: shortDay(plusDays(monday, 6), monday),
      count: n,
      n: number(n),
    });
  return (
    <>
      <div className={styles.map} role="group" aria-label={t('heat.by_week')} onKeyDown={press}>
        {monthsOf(weeks).map(({ month, weeks: ofMonth }, i) => (
          <div key={month} className={styles.month}>
            <span className={styles.name}>
              {monthShort(month)}
              {(i === 0 || month.slice(5, 7) === '01') && <small>{month.slice(0, 4)}</small>}
            </span>
            {ofMonth.map((week) =>
              week.n === 0 ? (
                <span key={week.monday} className={styles.week} data-level={0} title={said(week)} />
              ) : (
                <Link
                  key={week.monday}
                  to={to(week)}
                  className={styles.week}
                  data-level={levelOf(week.n, most)}
                  aria-label={said(week)}
                  title={said(week)}
                  tabIndex={week.monday === at ? 0 : -1}
                  onFocus={() => stand(week.monday)}
                >
                  {number(week.n)}
                </Link>
              ),
            )}
          </div>
        ))}
      </div>
      <p className={styles.legend} aria-hidden>
        {t('heat.less')}
        {LEVELS.map((level) => (
          <span key={level} className={styles.week} data-level={level} />
        ))}
        {t('heat.more')}
      </p>
    </>
  );
}
