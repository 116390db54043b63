import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fileSize } from '@/lib/format';
import type { StoredFile } from '@/lib/files';
import { IconButton } from '@/ui/IconButton';
import { Chooser, type ChooserProps } from './Chooser';
import { FileSign } from './FileSign';
import styles from './file.module.css';

interface Props {
  file: StoredFile;
  chooser: ChooserProps;
  onRemove?: () => void;
}

/** The file that is there, to be replaced or removed. */
export function Held({ file, chooser, onRemove }: Props) {
  const { t } = useTranslation('files');
  const name = file.name ?? t('gone');
  return (
    <div className={styles.held}>
      <FileSign file={file} />
      <span className={styles.about}>
        <span className={styles.name}>{name}</span>
        {file.size !== undefined && <span className={styles.size}>{fileSize(file.size)}</span>}
      </span>
      <Chooser {...chooser} className={styles.button} label={t('replace_file', { name })}>
        {t('replace')}
      </Chooser>
      {onRemove && (
        <IconButton label={t('remove_file', { name })} hint={t('remove')} onClick={onRemove}>
          <Trash2 size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
