import { useTranslation } from 'react-i18next';
import { FileSign } from '@/fields/file/FileSign';
import { fileUrl, type StoredFile } from '@/lib/files';
import { fileSize } from '@/lib/format';
import styles from './Mail.module.css';

/** What came or went with a mail. */
export function Enclosed({ files }: { files: StoredFile[] }) {
  const { t } = useTranslation('mail');
  return (
    <ul className={styles.files} aria-label={t('files')}>
      {files.map((file) => (
        <li key={file.id}>
          <a
            href={fileUrl(file.id)}
            target="_blank"
            rel="noreferrer"
            className={styles.file}
            title={file.name}
          >
            <FileSign file={file} />
            <span>{file.name}</span>
            {file.size !== undefined && <small>{fileSize(file.size)}</small>}
          </a>
        </li>
      ))}
    </ul>
  );
}
