import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fileSize } from '@/lib/format';
import { IconButton } from '@/ui/IconButton';
import type { OnItsWay } from './useUpload';
import styles from './file.module.css';

/** How far a file is on its way. */
export function Sending({ file, onStop }: { file: OnItsWay; onStop: () => void }) {
  const { t } = useTranslation('files');
  const { t: common } = useTranslation();
  const percent = Math.round(file.share * 100);
  return (
    <div className={styles.held}>
      <span className={styles.about}>
        <span className={styles.name}>{file.name}</span>
        <span className={styles.size}>
          {t('sent', { percent, sent: fileSize(file.size * file.share), size: fileSize(file.size) })}
        </span>
        <span
          role="progressbar"
          aria-label={t('sending', { name: file.name })}
          aria-valuenow={percent}
          className={styles.bar}
        >
          <span style={{ width: `${percent}%` }} />
        </span>
      </span>
      <IconButton label={t('stop', { name: file.name })} hint={common('cancel')} onClick={onStop}>
        <X size={16} strokeWidth={1.5} aria-hidden />
      </IconButton>
    </div>
  );
}
