import { TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { titleOf, type Reached } from '../reach';
import type { Condition } from './chips';
import { listOf, wordOf } from './operators';
import { Values } from './Words';
import styles from './Filter.module.css';

interface Props {
  condition: Condition;
  reached: Reached | 'waiting' | undefined;
  /** Why the server does not take it. */
  reason: string | undefined;
  open: boolean;
  onOpen: (anchor: HTMLElement) => void;
  onRemove: () => void;
}

/** A condition as a sentence; a click changes it. */
export function ConditionChip({ condition, reached, reason, open, onOpen, onRemove }: Props) {
  const { t } = useTranslation('filter');
  const known = typeof reached === 'object' ? reached : undefined;
  const name = known ? titleOf(known) : reached === 'waiting' ? '…' : condition.field;
  return (
    <span className={styles.chip} data-open={open} data-broken={reason !== undefined}>
      <button
        type="button"
        className={styles.sentence}
        aria-expanded={open}
        aria-haspopup="dialog"
        title={reason && t('broken', { reason })}
        disabled={!known}
        onClick={(event) => onOpen(event.currentTarget)}
      >
        {reason && <TriangleAlert size={14} aria-hidden />}
        <span className={styles.field}>{name}</span>
        <span className={styles.field}>{t(`op.${wordOf(known?.field.type ?? 'text', condition.op)}`)}</span>
        {known ? (
          <span className={styles.said}>
            <Values field={known.field} condition={condition} />
          </span>
        ) : (
          <span className={styles.said}>{listOf(condition.value).map(String).join(', ')}</span>
        )}
        {reason && <span className={styles.reason}>{t('broken', { reason })}</span>}
      </button>
      <Remove name={name} onRemove={onRemove} />
    </span>
  );
}

/** What the bar cannot draw: kept, and removed as a whole. */
export function OpaqueChip({ reason, onRemove }: { reason: string | undefined; onRemove: () => void }) {
  const { t } = useTranslation('filter');
  return (
    <span className={styles.chip} data-broken={reason !== undefined}>
      <span className={styles.sentence} title={reason ?? t('opaque_hint')}>
        {reason && <TriangleAlert size={14} aria-hidden />}
        <span className={styles.said}>{t('opaque')}</span>
        {reason && <span className={styles.reason}>{t('broken', { reason })}</span>}
      </span>
      <Remove name={t('opaque')} onRemove={onRemove} />
    </span>
  );
}

export function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation('filter');
  return (
    <button type="button" className={styles.remove} aria-label={t('remove', { name })} onClick={onRemove}>
      <X size={14} aria-hidden />
    </button>
  );
}
