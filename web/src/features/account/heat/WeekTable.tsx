import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { plusDays } from '@/lib/days';
import { dayText, number, shortDay } from '@/lib/format';
import { choiceName, type ObjectMeta } from '@/lib/meta';
import table from '../table.module.css';
import { kindsOf, type Week } from './weeks';

interface Props {
  weeks: Week[];
  meta: ObjectMeta;
  to: (week: Week) => string;
}

/** The same as numbers, the newest week first, without those in which nothing was. */
export function WeekTable({ weeks, meta, to }: Props) {
  const { t } = useTranslation('account');
  const kinds = kindsOf(weeks).map(([kind]) => kind);
  return (
    <div className={table.scroll} tabIndex={0} role="region" aria-label={t('heat.by_week')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('heat.column')}</th>
            <th scope="col" data-numeric>
              {t('heat.sum')}
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" data-numeric>
                {choiceName(meta, 'kind', kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks
            .filter(({ n }) => n > 0)
            .reverse()
            .map((week) => (
              <tr key={week.monday}>
                <th scope="row">
                  <Link to={to(week)}>
                    {dayText(week.monday)} – {shortDay(plusDays(week.monday, 6), week.monday)}
                  </Link>
                </th>
                <td data-numeric>{number(week.n)}</td>
                {kinds.map((kind) => (
                  <td key={kind} data-numeric>
                    {week.kinds[kind] === undefined ? '' : number(week.kinds[kind])}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
