import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { pace, type Pace } from './pace';
import { duration } from '../job/words';
import styles from './Progress.module.css';

interface Props {
  title: string;
  done: number;
  /** Null until the file was counted. */
  total: number | null;
  hint?: string;
}

/** How far long work is, how fast it goes and what is left. */
export function Progress({ title, done, total, hint }: Props) {
  const { t } = useTranslation('imports');
  const went = usePace(done, total);
  const share = total === null || total === 0 ? undefined : Math.min(1, done / total);
  return (
    <div className={styles.progress}>
      <div className={styles.line}>
        <h2 className={styles.title}>{title}</h2>
        <span className={styles.count}>
          {total === null
            ? t('progress.counting', { done: number(done) })
            : t('progress.of', { done: number(done), total: number(total) })}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share !== undefined && { 'aria-valuenow': Math.round(share * 100) })}
        className={styles.bar}
        data-waiting={share === undefined}
      >
        <span style={{ width: `${(share ?? 0.3) * 100}%` }} />
      </div>
      <p className={styles.hint}>
        {went &&
          `${t('progress.rate', { n: number(Math.round(went.rate)) })} · ${t('progress.left', { time: duration(went.left) })}`}
        {went && hint && ' · '}
        {hint}
      </p>
    </div>
  );
}

function usePace(done: number, total: number | null): Pace | null {
  const latest = useRef({ done, total });
  const [went, setWent] = useState<Pace | null>(null);
  useEffect(() => {
    latest.current = { done, total };
  }, [done, total]);
  useEffect(() => {
    const first = { at: Date.now(), processed: latest.current.done };
    const timer = setInterval(() => {
      const now = { at: Date.now(), processed: latest.current.done };
      setWent(pace(first, now, latest.current.total));
    }, 1_000);
    return () => clearInterval(timer);
  }, []);
  return went;
}
