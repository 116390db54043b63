import { Ban, Check, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '@/lib/format';
import { LinkButton } from '@/ui/LinkButton';
import styles from './Decide.module.css';
import type { Mailed } from './api';

/** What became of it. */
export function Outcome({ mailed: { title, status, comment, decided_at } }: { mailed: Mailed }) {
  const { t } = useTranslation('approval');
  const Sign = status === 'approved' ? Check : status === 'refused' ? X : Ban;
  const told = useRef<HTMLHeadingElement>(null);
  useEffect(() => told.current?.focus(), []);
  return (
    <div className={styles.outcome} data-status={status}>
      <span className={styles.sign}>
        <Sign size={24} aria-hidden />
      </span>
      <h1 ref={told} tabIndex={-1}>
        {t(`mailed.became.${status}`, { title })}
      </h1>
      {decided_at !== null && <p className="muted">{moment(decided_at)}</p>}
      {comment !== null && <p className={styles.comment}>{comment}</p>}
      <LinkButton to="/approvals" replace>
        {t('mailed.open')}
      </LinkButton>
    </div>
  );
}
