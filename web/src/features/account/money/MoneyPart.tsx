import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import figures from '@/ui/Figures.module.css';
import { today } from '@/lib/days';
import { momentsIn, all, leaf } from '@/lib/filters';
import { briefMoney, moneyText, number } from '@/lib/format';
import { objectQuery, sees } from '@/lib/meta';
import { count, reportQuery, rowsOf } from '@/lib/reports';
import { listPath } from '@/records/list/address';
import type { PartProps } from '@/records/brought';
import { Waiting } from '@/ui/Waiting';
import { sum } from '../../measures';
import shared from '../account.module.css';
import { Figure } from '../Figure';
import { Trouble } from '../Trouble';
import { OpenDeals } from './OpenDeals';
import { summed, winRate, type Sum } from './sums';
import styles from './money.module.css';

/** What the account's deals are worth: what is open, what was won and when. */
export function MoneyPart({ meta: account, entry }: PartProps) {
  const { t } = useTranslation('account');
  const { data: meta } = useQuery(objectQuery('opportunity'));
  const valued = sees(meta, 'amount');
  const own = leaf('account', 'eq', entry.id);
  const report = useQuery({
    ...reportQuery({
      object: 'opportunity',
      filter: own,
      group_by: [{ field: 'status' }, { field: 'closed_at', bucket: 'year' }],
      measures: valued ? [count, sum] : [count],
    }),
    enabled: meta !== undefined,
  });
  if (report.error && !report.data) {
    return <Trouble error={report.error} onRetry={() => void report.refetch()} />;
  }
  if (!meta || !report.data) {
    return <Waiting lines={8} />;
  }
  const year = Number(today().slice(0, 4));
  const sums = summed(rowsOf(report.data), year);
  const now = sums.years.at(-1);
  const rate = winRate(sums);
  const told = (of: Sum | undefined) =>
    valued ? briefMoney(of?.amount ?? 0, sums.currency) : number(of?.n ?? 0);
  const deals = (of: Sum | undefined) =>
    valued ? t('money.deals', { count: of?.n ?? 0, n: number(of?.n ?? 0) }) : undefined;
  const list = (status: string) => listPath('opportunity', all(own, leaf('status', 'eq', status)));
  const wonIn = (of: string) =>
    listPath(
      'opportunity',
      all(
        own,
        leaf('status', 'eq', 'won'),
        momentsIn('closed_at', { from: `${of}-01-01`, to: `${of}-12-31` }),
      ),
    );
  return (
    <div className={shared.page}>
      <section aria-label={t('money.title')} className={figures.figures}>
        <Figure name={t('money.open')} value={told(sums.open)} hint={deals(sums.open)} to={list('open')} />
        <Figure
          name={t('money.won_year', { year })}
          value={told(now)}
          hint={deals(now)}
          to={wonIn(String(year))}
        />
        <Figure name={t('money.won')} value={told(sums.won)} hint={deals(sums.won)} to={list('won')} />
        <Figure
          name={t('money.rate')}
          value={rate === undefined ? '—' : `${rate}%`}
          hint={t('money.rate_of', { won: number(sums.won.n), lost: number(sums.lost.n) })}
        />
      </section>
      {sums.won.n > 0 && (
        <section aria-labelledby="won-by-year" className={styles.section}>
          <h2 id="won-by-year">{t('money.by_year')}</h2>
          <table className={styles.years}>
            <thead className="sr-only">
              <tr>
                <th scope="col">{t('money.year')}</th>
                <th scope="col">{t('money.won')}</th>
                <th scope="col">{t('money.count')}</th>
              </tr>
            </thead>
            <tbody>
              {sums.years.map((each) => (
                <tr key={each.year}>
                  <th scope="row">{each.year}</th>
                  <td className={styles.bar}>
                    <span style={{ width: `${share(each, sums.years, valued)}%` }} />
                    {each.n === 0 ? (
                      <span className="muted">—</span>
                    ) : (
                      <Link to={wonIn(each.year)}>
                        {valued
                          ? moneyText({ amount: each.amount.toFixed(2), currency: sums.currency })
                          : number(each.n)}
                      </Link>
                    )}
                  </td>
                  <td className={styles.deals}>
                    {each.n > 0 && t('money.deals', { count: each.n, n: number(each.n) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <OpenDeals account={account} entry={entry} meta={meta} />
    </div>
  );
}

/** How long the bar of a year is, in per cent of the longest. */
function share(of: Sum, years: Sum[], valued: boolean): number {
  const value = (sum: Sum) => (valued ? sum.amount : sum.n);
  const most = Math.max(...years.map(value));
  return most > 0 ? (value(of) / most) * 60 : 0;
}
