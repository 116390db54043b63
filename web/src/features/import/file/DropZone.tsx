import { FileSpreadsheet } from 'lucide-react';
import { useId, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Turning } from '@/ui/Turning';
import styles from './DropZone.module.css';

interface Props {
  /** The name of the file that is on its way. */
  sending: string | undefined;
  onFile: (file: File) => void;
}

/** Takes a file that is dropped or chosen. */
export function DropZone({ sending, onFile }: Props) {
  const { t } = useTranslation('imports');
  const [over, setOver] = useState(false);
  const hint = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && sending === undefined) {
      onFile(file);
    }
  };
  return (
    <label
      className={styles.zone}
      data-over={over}
      data-busy={sending !== undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        className="sr-only"
        accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-label={t('drop.choose')}
        aria-describedby={hint}
        disabled={sending !== undefined}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) {
            onFile(file);
          }
        }}
      />
      {sending === undefined ? (
        <FileSpreadsheet size={32} strokeWidth={1.25} aria-hidden />
      ) : (
        <Turning size={32} />
      )}
      <span role="status" className={styles.title}>
        {sending === undefined ? (
          <>
            <span className={styles.here}>{t('drop.here')}</span>
            <span className={styles.choose}>{t('drop.choose')}</span>
          </>
        ) : (
          t('drop.sending', { name: sending })
        )}
      </span>
      <span id={hint} className={styles.hint}>
        {t('drop.hint')}
      </span>
    </label>
  );
}
