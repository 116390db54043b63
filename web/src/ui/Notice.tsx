import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copy, select } from './copy';
import styles from './Notice.module.css';

interface Props {
  title: string;
  hint?: string | undefined;
  /** The one thing to do about it. */
  act?: ReactNode;
  /** By which the server's log is found. */
  reference?: string | undefined;
}

/** One quiet word in the middle of an empty place: nothing here yet, nothing found, something failed. */
export function Notice({ title, hint, act, reference }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<boolean>();
  const whole = useRef<HTMLElement>(null);
  useEffect(() => {
    if (copied === false) {
      select(whole.current);
    }
  }, [copied]);
  return (
    <div className={styles.notice}>
      <h2 className={styles.title}>{title}</h2>
      {hint && <p className="muted">{hint}</p>}
      {act && <div className={styles.act}>{act}</div>}
      {reference && copied !== false && (
        <Button type="link" size="small" onClick={() => void copy(reference).then(setCopied)}>
          {copied ? t('copied') : t('copy_reference', { reference: reference.slice(0, 8) })}
        </Button>
      )}
      {reference && copied === false && (
        <p role="status" className="muted">
          {t('copy_by_hand')} <code ref={whole}>{reference}</code>
        </p>
      )}
    </div>
  );
}
