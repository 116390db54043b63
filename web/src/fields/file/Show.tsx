import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fileSize } from '@/lib/format';
import { fileUrl } from '@/lib/files';
import type { Shown } from '../values';
import { asFile } from './check';
import styles from './file.module.css';

export default function Show({ value, whole = false }: Shown) {
  const { t } = useTranslation('files');
  const file = asFile(value);
  if (file.name === undefined) {
    return <span className="muted">{t('gone')}</span>;
  }
  return (
    <span className={styles.shown}>
      <Paperclip size={14} strokeWidth={1.5} aria-hidden />
      <a href={fileUrl(file.id)} target="_blank" rel="noreferrer" className={styles.called} title={file.name}>
        {file.name}
      </a>
      {whole && file.size !== undefined && <span className={styles.size}>{fileSize(file.size)}</span>}
    </span>
  );
}
