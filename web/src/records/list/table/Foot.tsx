import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Show } from '@/fields/Show';
import { isEmpty, isNumeric } from '@/fields/values';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import { Menu } from '@/ui/Menu';
import { tell } from '@/ui/tell';
import { stays } from './pinned';
import { askedTotals, asking, askings, totalFnsOf, totalsQuery, type Told, type TotalFn } from '../totals';
import type { View } from '../views/useView';
import table from './Table.module.css';
import styles from './Foot.module.css';

interface Props {
  meta: ObjectMeta;
  view: View;
  /** How far from the left edge columns stay, those that do; for a line above cards none. */
  lefts?: (number | undefined)[];
}

/** Sums and the like of all records that match, as far as somebody asks for them: below their columns, above cards in a line. */
export default function Foot({ meta, view, lefts }: Props) {
  const { columns, totals, change } = view;
  const asked = askedTotals(columns, askings(meta, totals));
  const able = columns.filter((column) => totalFnsOf(column).length > 0);
  const { data, error, isFetching } = useQuery({
    ...totalsQuery(meta.name, view.sound.filter, asked),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (error) {
      tell(error);
    }
  }, [error]);
  const of = (column: Field) => {
    const fns = totalFnsOf(column);
    return (
      fns.length > 0 && (
        <Total
          column={column}
          fns={fns}
          fn={asked.find((each) => each.column.name === column.name)?.fn}
          total={error ? undefined : data?.[column.name]}
          busy={isFetching}
          named={!lefts}
          quiet={asked.length > 0 || column !== able[0]}
          onAsk={(fn) => change({ totals: asking(meta, totals, column.name, fn) })}
        />
      )
    );
  };
  return lefts ? (
    <div role="rowgroup" className={styles.foot}>
      <div role="row" className={table.row}>
        <div role="cell" className={table.check} />
        {columns.map((column, i) => (
          <div
            key={column.name}
            role="cell"
            className={table.cell}
            data-first={column.name === meta.name_field}
            data-numeric={isNumeric(column.type)}
            {...stays(lefts[i])}
          >
            {of(column)}
          </div>
        ))}
      </div>
    </div>
  ) : (
    asked.length > 0 && (
      <div className={styles.line}>
        {able.map((column) => (
          <span key={column.name}>{of(column)}</span>
        ))}
      </div>
    )
  );
}

interface TotalProps {
  column: Field;
  fns: readonly TotalFn[];
  fn: TotalFn | undefined;
  total: Told | undefined;
  busy: boolean;
  /** Whether it says of which column it is. */
  named: boolean;
  /** Whether that it could be asked for is shown to whoever points there, or comes there by keys. */
  quiet: boolean;
  onAsk: (fn: TotalFn | undefined) => void;
}

/** What was asked for of a column, behind what says and changes it. */
function Total({ column, fns, fn, total, busy, named, quiet, onAsk }: TotalProps) {
  const { t } = useTranslation('list');
  const field = say(column.label);
  const { value, converted } = total ?? {};
  const mark = (on: boolean) => <Check size={14} aria-hidden className={on ? undefined : styles.unmarked} />;
  return (
    <span className={styles.total} data-quiet={!fn && quiet && !named}>
      <Menu
        label={fn ? t('total_named', { field, fn: t(`totals.${fn}`) }) : t('total_ask', { field })}
        className={styles.ask}
        items={[
          ...fns.map((each) => ({
            key: each,
            label: t(`totals.${each}`),
            icon: mark(each === fn),
            run: () => onAsk(each),
          })),
          ...(fn
            ? [
                {
                  key: 'none',
                  label: t('totals.none'),
                  icon: mark(false),
                  apart: true,
                  run: () => onAsk(undefined),
                },
              ]
            : []),
        ]}
      >
        {named && `${field} `}
        {fn ? t(`totals.${fn}`) : t('total_add')}
      </Menu>
      {fn && (
        <span
          aria-live="polite"
          aria-busy={busy}
          className={styles.value}
          title={converted ? t('total_converted') : undefined}
        >
          {converted && <small>{t('converted')} </small>}
          {isEmpty(value) ? '—' : <Show field={column} value={value} line />}
        </span>
      )}
    </span>
  );
}
