import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Show } from '@/fields/Show';
import { isNumeric } from '@/fields/values';
import { all, leaf } from '@/lib/filters';
import { lazy } from '@/lib/lazy';
import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import { recordsKey, type Entry } from '@/lib/records';
import { listPath } from '@/records/list/address';
import { PeekLink } from '@/records/peek/PeekLink';
import { Waiting } from '@/ui/Waiting';
import shared from '../account.module.css';
import { More } from '../More';
import { Trouble } from '../Trouble';
import { calledOf, found, MOST, seenOf } from '../query';
import table from '../table.module.css';
import styles from './money.module.css';

const CreateDrawer = lazy(() =>
  import('@/records/form/CreateDrawer').then((module) => ({ default: module.CreateDrawer })),
);

const COLUMNS = ['stage', 'amount', 'close_date', 'next_step', 'owner'];

interface Props {
  account: ObjectMeta;
  entry: Entry;
  /** Of deals. */
  meta: ObjectMeta;
}

/** The deals that are still open, the largest first. */
export function OpenDeals({ account, entry, meta }: Props) {
  const { t } = useTranslation('account');
  const [adding, add] = useState(false);
  const filter = all(leaf('account', 'eq', entry.id), leaf('status', 'eq', 'open'));
  const columns = seenOf(meta, COLUMNS).flatMap((name) => fieldOf(meta, name) ?? []);
  const sorted =
    fieldOf(meta, 'amount')?.access !== 'masked' && columns.some(({ name }) => name === 'amount');
  const deals = useQuery({
    queryKey: [...recordsKey('opportunity'), 'open', entry.id],
    queryFn: ({ signal }) =>
      found(
        'opportunity',
        {
          filter,
          fields: ['name', ...columns.map(({ name }) => name)],
          sort: [sorted ? '-amount' : '-created_at'],
        },
        signal,
      ),
  });
  return (
    <section aria-labelledby="open-deals" className={styles.section}>
      <header className={shared.head}>
        <h2 id="open-deals">{t('money.open_deals')}</h2>
        {meta.can.create === true && <Button onClick={() => add(true)}>{t('money.add')}</Button>}
      </header>
      {deals.error && !deals.data ? (
        <Trouble error={deals.error} onRetry={() => void deals.refetch()} />
      ) : !deals.data ? (
        <Waiting lines={4} />
      ) : deals.data.items.length === 0 ? (
        <p className="muted">{t('money.no_open')}</p>
      ) : (
        <div className={table.scroll} tabIndex={0} role="region" aria-labelledby="open-deals">
          <table className={table.table}>
            <thead>
              <tr>
                {[fieldOf(meta, 'name'), ...columns].map(
                  (field) =>
                    field && (
                      <th key={field.name} scope="col" data-numeric={isNumeric(field.type)}>
                        {say(field.label)}
                      </th>
                    ),
                )}
              </tr>
            </thead>
            <tbody>
              {deals.data.items.map((deal) => (
                <tr key={deal.id}>
                  <th scope="row">
                    <PeekLink object="opportunity" id={deal.id}>
                      {typeof deal.name === 'string' ? deal.name : '—'}
                    </PeekLink>
                  </th>
                  {columns.map((field) => (
                    <td key={field.name} data-numeric={isNumeric(field.type)}>
                      <Show field={field} value={deal[field.name]} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {deals.data?.more && (
        <More n={MOST}>
          <Link to={listPath('opportunity', filter)}>{t('all')}</Link>
        </More>
      )}
      {adding && (
        <Suspense fallback={null}>
          <CreateDrawer
            meta={meta}
            preset={{ account: { id: entry.id, label: calledOf(account, entry) } }}
            stay
            onClose={() => add(false)}
          />
        </Suspense>
      )}
    </section>
  );
}
