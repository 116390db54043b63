import { Ellipsis, Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { briefMoney, moneyText, number } from '@/lib/format';
import { lazy, prepare } from '@/lib/lazy';
import type { Money } from '@/lib/records';
import type { Column } from './plan';
import styles from './ColumnHead.module.css';

const load = () => import('./LimitForm');
const LimitForm = lazy(load);

/** What can be done with the columns of a board. */
export interface ColumnActs {
  /** How many cards a column had better hold at most, by its code. */
  limits: Readonly<Record<string, number>>;
  onLimit: (code: string, limit: number | undefined) => void;
  /** Makes a record that begins in the column; for those who may. */
  onCreate: ((code: string) => void) | undefined;
}

const worth = (sum: Money | undefined): sum is Money => sum !== undefined && Number(sum.amount) !== 0;

export function Sum({ sum, label }: { sum: Money | undefined; label?: string }) {
  return worth(sum) ? (
    <span title={moneyText(sum)}>
      {label && <span className={styles.of}>{label}</span>}
      {briefMoney(Number(sum.amount), sum.currency)}
    </span>
  ) : null;
}

/** How many cards there are, and whether that is more than there had better be. */
function Count({ count, limit }: { count: number; limit: number | undefined }) {
  const { t } = useTranslation('board');
  const over = limit !== undefined && count > limit;
  return (
    <span
      className={styles.count}
      data-over={over}
      title={limit === undefined ? undefined : t(over ? 'over_limit' : 'limit_of', { limit: number(limit) })}
    >
      {number(count)}
      {limit !== undefined && ` / ${number(limit)}`}
      {over && <span className="sr-only">{t('over_limit', { limit: number(limit) })}</span>}
    </span>
  );
}

/** What stands at a column's head: its name, how many and how much, a new card, and how many there had better be. */
export function ColumnHead({ column, id, acts }: { column: Column; id: string; acts: ColumnActs }) {
  const { t } = useTranslation('board');
  const [anchor, open] = useState<HTMLElement>();
  const { total, code, label } = column;
  const limit = column.closed ? undefined : acts.limits[code];
  const create = column.open && !column.closed ? acts.onCreate : undefined;
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h2 id={id} className={styles.label} title={label}>
          {label}
        </h2>
        {total && <Count count={total.count} limit={limit} />}
        <span className={styles.acts}>
          {!column.closed && (
            <button
              type="button"
              className={styles.act}
              aria-label={t('set_limit', { column: label })}
              title={t('set_limit', { column: label })}
              aria-haspopup="dialog"
              aria-expanded={anchor !== undefined}
              onPointerEnter={() => prepare(load)}
              onClick={(event) => open(anchor ? undefined : event.currentTarget)}
            >
              <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
            </button>
          )}
          {create && (
            <button
              type="button"
              className={styles.act}
              aria-label={t('create_in', { column: label })}
              title={t('create_in', { column: label })}
              onClick={() => create(code)}
            >
              <Plus size={16} strokeWidth={1.5} aria-hidden />
            </button>
          )}
        </span>
      </div>
      {total && worth(total.sum) && (
        <p className={styles.sums}>
          <Sum sum={total.sum} />
          {!column.closed && <Sum sum={total.weighted} label={t('weighted')} />}
        </p>
      )}
      <Suspense fallback={null}>
        {anchor && (
          <LimitForm
            column={label}
            limit={limit}
            anchor={anchor}
            onLimit={(next) => acts.onLimit(code, next)}
            onClose={() => open(undefined)}
          />
        )}
      </Suspense>
    </header>
  );
}
