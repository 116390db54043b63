import { Ellipsis, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Whole } from '@/fields/rich_text/Whole';
import { IconButton } from '@/ui/IconButton';
import styles from './Mail.module.css';

/** What is quoted below the words, folded until one wants to see it. */
export function Quote({ html, onDrop }: { html: string; onDrop: () => void }) {
  const { t } = useTranslation('mail');
  const [open, unfold] = useState(false);
  return (
    <div className={styles.quote}>
      <div className={styles.quoteHead}>
        <button type="button" className={styles.quiet} aria-expanded={open} onClick={() => unfold(!open)}>
          <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
          {t(open ? 'hide_quote' : 'show_quote')}
        </button>
        <IconButton small label={t('drop_quote')} onClick={onDrop}>
          <X size={14} strokeWidth={1.5} aria-hidden />
        </IconButton>
      </div>
      {open && <Whole html={html} />}
    </div>
  );
}
