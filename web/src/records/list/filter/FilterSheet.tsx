import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Floating } from '@/ui/Floating';
import styles from './Filter.module.css';

interface Props {
  anchor: HTMLElement;
  onAdd: (anchor: HTMLElement) => void;
  onClear: (() => void) | undefined;
  onClose: () => void;
  children: ReactNode;
}

/** All conditions under each other, for the phone. */
export default function FilterSheet({ anchor, onAdd, onClear, onClose, children }: Props) {
  const { t } = useTranslation('filter');
  return (
    <Floating anchor={anchor} label={t('bar')} onClose={onClose}>
      <div className={styles.sheet}>
        {children}
        <button type="button" className={styles.quiet} onClick={(event) => onAdd(event.currentTarget)}>
          <Plus size={16} aria-hidden />
          {t('add_condition')}
        </button>
        {onClear && (
          <button type="button" className={styles.quiet} onClick={onClear}>
            {t('clear')}
          </button>
        )}
      </div>
    </Floating>
  );
}
