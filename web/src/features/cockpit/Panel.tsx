import { Button } from 'antd';
import { ChartBar, Table2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IconButton } from '@/ui/IconButton';
import { whyNot } from '@/ui/tell';
import { Waiting } from '@/ui/Waiting';
import { Chart } from './Chart';
import { isNothing, type ChartData } from './data';
import styles from './Panel.module.css';

interface Props {
  title: string;
  hint: string;
  /** Undefined while it is on its way. */
  data: ChartData | undefined;
  error: Error | null;
  onRetry: () => void;
  /** Something to choose from, beside the title. */
  extra?: ReactNode;
  wide?: boolean;
}

/** A chart, or the same as a table. */
export function Panel({ title, hint, data, error, onRetry, extra, wide = false }: Props) {
  const { t } = useTranslation('cockpit');
  const { t: common } = useTranslation();
  const [asTable, showTable] = useState(false);
  const Other = asTable ? ChartBar : Table2;
  const empty = data !== undefined && isNothing(data);
  return (
    <section aria-label={title} className={styles.panel} data-wide={wide}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <span className={styles.hint}>{hint}</span>
        {extra}
        {data && !empty && (
          <IconButton
            small
            label={t('as_table')}
            hint={t(asTable ? 'as_chart' : 'as_table')}
            aria-pressed={asTable}
            onClick={() => showTable(!asTable)}
          >
            <Other size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        )}
      </header>
      {error && !data ? (
        <div role="alert" className={styles.nothing}>
          {whyNot(error)}
          <Button size="small" onClick={onRetry}>
            {common('retry')}
          </Button>
        </div>
      ) : !data ? (
        <div className={styles.nothing}>
          <Waiting lines={6} />
        </div>
      ) : empty ? (
        <p className={styles.nothing}>{t('nothing')}</p>
      ) : asTable ? (
        <Numbers title={title} data={data} />
      ) : (
        <>
          <Chart title={title} data={data} />
          <div className="sr-only">
            <Numbers title={title} data={data} plain />
          </div>
        </>
      )}
    </section>
  );
}

/** The numbers behind a chart; each leads to its records. */
function Numbers({ title, data, plain = false }: { title: string; data: ChartData; plain?: boolean }) {
  const { of, categories, series, more = [], full } = data;
  return (
    <div className={plain ? undefined : styles.scroll}>
      <table className={styles.table}>
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {more.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, i) => (
            <tr key={i}>
              <th scope="row">{category}</th>
              {series.map(({ name, values, to }) => (
                <td key={name}>
                  {plain || values[i] === 0 ? (
                    full(values[i] ?? 0)
                  ) : (
                    <Link to={to(i)}>{full(values[i] ?? 0)}</Link>
                  )}
                </td>
              ))}
              {more.map(({ name, values }) => (
                <td key={name}>{values[i]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
