import { CornerDownRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Show } from '@/fields/Show';
import { isEmpty } from '@/fields/values';
import type { Tree } from '@/lib/forest';
import { moment, moneyText, number, relative } from '@/lib/format';
import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import table from '../table.module.css';
import type { Company, Worth } from './group';
import styles from './group.module.css';

interface Props {
  rows: { tree: Tree<Company>; depth: number }[];
  /** The company whose page it is. */
  at: string;
  meta: ObjectMeta;
  group: { valued: boolean; deals: boolean; currency: string };
}

const STEP = 20;

/** The companies of a group under each other; whoever has others below shows the sum, and beneath it its own. */
export function Companies({ rows, at, meta, group }: Props) {
  const { t } = useTranslation('account');
  const owner = fieldOf(meta, 'owner');
  const tier = fieldOf(meta, 'tier');
  const money = (amount: number) =>
    amount === 0 ? '—' : moneyText({ amount: amount.toFixed(2), currency: group.currency });
  const columns: { key: string; name: string; told: (worth: Worth) => string }[] = [
    ...(group.valued
      ? [
          { key: 'open', name: t('group.open'), told: ({ open }: Worth) => money(open) },
          { key: 'won', name: t('group.won'), told: ({ won }: Worth) => money(won) },
        ]
      : []),
    ...(group.deals
      ? [
          {
            key: 'deals',
            name: t('group.deals'),
            told: ({ deals }: Worth) => (deals === 0 ? '—' : number(deals)),
          },
        ]
      : []),
  ];
  return (
    <div className={table.scroll} tabIndex={0} role="region" aria-labelledby="group">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{say(meta.label)}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" data-numeric>
                {name}
              </th>
            ))}
            <th scope="col">{t('group.last')}</th>
            {owner && <th scope="col">{say(owner.label)}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ tree: { item }, depth }) => (
            <tr key={item.id} data-at={item.id === at} className={styles.row}>
              <th scope="row">
                <span
                  className={styles.company}
                  style={{ paddingInlineStart: Math.max(0, depth - 1) * STEP }}
                >
                  {depth > 0 && <CornerDownRight size={14} strokeWidth={1.5} aria-hidden />}
                  {depth > 0 && <span className="sr-only">{t('group.level', { n: depth + 1 })}</span>}
                  {item.id === at ? (
                    <span aria-current="page">{item.name}</span>
                  ) : (
                    <Link to={`/account/${item.id}?part=group`}>{item.name}</Link>
                  )}
                  {tier && !isEmpty(item.entry.tier) && (
                    <span className={styles.tier}>
                      <Show field={tier} value={item.entry.tier} />
                    </span>
                  )}
                </span>
              </th>
              {columns.map(({ key, told }) => (
                <td key={key} data-numeric>
                  {told(item.sum)}
                  {item.below > 0 && told(item.own) !== told(item.sum) && (
                    <span className={styles.own}>{t('group.own', { value: told(item.own) })}</span>
                  )}
                </td>
              ))}
              <td>
                {item.sum.last === undefined ? (
                  '—'
                ) : (
                  <time dateTime={item.sum.last} title={moment(item.sum.last)}>
                    {relative(item.sum.last)}
                  </time>
                )}
              </td>
              {owner && (
                <td>{!isEmpty(item.entry.owner) && <Show field={owner} value={item.entry.owner} />}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
