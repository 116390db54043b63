import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { today } from '@/lib/days';
import type { Department } from '@/lib/departments';
import { named, type Period } from './period';
import styles from './Filters.module.css';

const INDENT = String.fromCodePoint(0x2003);

interface Props {
  period: Period;
  tree: Department[];
  team: string | undefined;
}

/** Which period and team all numbers are of; lives in the address. */
export function Filters({ period, tree, team }: Props) {
  const { t } = useTranslation('cockpit');
  const [, ask] = useSearchParams();
  const change = (values: Record<string, string | undefined>) =>
    ask(
      (before) => {
        const after = new URLSearchParams(before);
        Object.entries(values).forEach(([name, value]) =>
          value === undefined ? after.delete(name) : after.set(name, value),
        );
        return after;
      },
      { replace: true },
    );
  const custom = period.name === 'custom';
  const span = (from: string, to: string) => {
    if (from !== '' && to !== '') {
      change({ period: undefined, from: from <= to ? from : to, to: from <= to ? to : from });
    }
  };
  return (
    <div className={styles.filters}>
      <div role="group" aria-label={t('period')} className={styles.periods}>
        {named.map((name) => (
          <button
            key={name}
            type="button"
            className={styles.period}
            aria-pressed={period.name === name}
            onClick={() => change({ period: name, from: undefined, to: undefined })}
          >
            {t(`periods.${name}`)}
          </button>
        ))}
        <button
          type="button"
          className={styles.period}
          aria-pressed={custom}
          onClick={() => span(period.from, period.to > today() ? today() : period.to)}
        >
          {t('periods.custom')}
        </button>
      </div>
      {custom && (
        <div className={styles.span}>
          <input
            type="date"
            aria-label={t('from')}
            value={period.from}
            max={period.to}
            onChange={(event) => span(event.target.value, period.to)}
          />
          <span aria-hidden>–</span>
          <input
            type="date"
            aria-label={t('to')}
            value={period.to}
            min={period.from}
            onChange={(event) => span(period.from, event.target.value)}
          />
        </div>
      )}
      {tree.length > 1 && (
        <select
          className={styles.team}
          aria-label={t('team')}
          value={team ?? ''}
          onChange={(event) => change({ team: event.target.value || undefined })}
        >
          <option value="">{t('all_teams')}</option>
          {tree.map(({ id, name, depth }) => (
            <option key={id} value={id}>
              {INDENT.repeat(depth) + name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
