import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './Arrange.module.css';
import type { Chosen } from '../useChosen';

/** Begins choosing on the phone, as a long press does, and ends it. */
export function ChooseButton({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation('list');
  return (
    <button
      type="button"
      data-whole
      className={styles.tool}
      aria-pressed={chosen.choosing}
      onClick={chosen.choosing ? chosen.clear : chosen.begin}
    >
      <ListChecks size={14} aria-hidden />
      {t('choose')}
    </button>
  );
}
