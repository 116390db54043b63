import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Waiting.module.css';

const PATIENCE = 150;

/** Quiet lines of the shape to come; shown only when waiting takes longer than a blink. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation();
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className={styles.waiting}>
      <span className="sr-only">{t('loading')}</span>
      {shown && Array.from({ length: lines }, (_, i) => <div key={i} className={styles.line} />)}
    </div>
  );
}
