import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from '../fields.module.css';

/** The last line of what there is to choose from: what is typed and not listed. */
export function Fresh({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <span className={styles.fresh}>
      <Plus size={14} strokeWidth={1.5} aria-hidden />
      {t('add_choice', { text })}
    </span>
  );
}
