import { Paperclip, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Turning } from '@/ui/Turning';
import type { Paper } from './usePapers';
import styles from './Composer.module.css';

/** The files that go along. */
export function Papers({ papers, onDrop }: { papers: readonly Paper[]; onDrop: (key: string) => void }) {
  const { t } = useTranslation('record');
  return (
    <ul className={styles.papers}>
      {papers.map((paper) => (
        <li key={paper.key} className={styles.paper}>
          {paper.stored ? (
            <Paperclip size={14} strokeWidth={1.5} aria-hidden />
          ) : (
            <Turning label={t('storing')} />
          )}
          <span>{paper.name}</span>
          {!paper.stored && <small>{Math.round(paper.share * 100)}%</small>}
          <button
            type="button"
            aria-label={t('drop_file', { name: paper.name })}
            onClick={() => onDrop(paper.key)}
          >
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
