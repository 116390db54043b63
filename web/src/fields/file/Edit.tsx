import { Upload } from 'lucide-react';
import { useId, useState, type ClipboardEvent, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fileSize } from '@/lib/format';
import { say } from '@/lib/meta';
import { isEmpty, type Edited } from '../values';
import { asFile, PICTURES } from './check';
import { Chooser } from './Chooser';
import { Held } from './Held';
import { Sending } from './Sending';
import { useUpload } from './useUpload';
import styles from './file.module.css';

/** Takes one file that is chosen, dropped or pasted, and shows the one that is there. */
export default function Edit({ field, value, onChange, id, autoFocus, wrong }: Edited) {
  const { t } = useTranslation('files');
  const { t: common } = useTranslation();
  const picture = field.type === 'image';
  const hint = useId();
  const [over, drag] = useState(false);
  const [removed, keep] = useState<unknown>();
  const { most, sending, wrong: trouble, send, again, stop } = useUpload(picture, onChange);

  const take = (files: FileList): boolean => {
    const [file] = files;
    if (file) {
      void send(file);
    }
    return file !== undefined;
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    drag(false);
    take(event.dataTransfer.files);
  };
  const paste = (event: ClipboardEvent) => {
    if (take(event.clipboardData.files)) {
      event.preventDefault();
    }
  };
  const held = isEmpty(value) ? undefined : asFile(value);
  const chooser = {
    onFile: (file: File) => void send(file),
    ...(picture && { accept: PICTURES.join(',') }),
    autoFocus: autoFocus === true,
    ...(id !== undefined && { id }),
    describedBy: hint,
  };
  return (
    <div
      role="group"
      aria-label={say(field.label)}
      aria-busy={sending !== undefined}
      className={styles.edit}
      data-over={over}
      data-wrong={wrong === true || trouble !== undefined}
      onDragOver={(event) => {
        event.preventDefault();
        drag(true);
      }}
      onDragLeave={() => drag(false)}
      onDrop={drop}
      onPaste={paste}
    >
      {sending ? (
        <Sending file={sending} onStop={stop} />
      ) : held ? (
        <Held
          file={held}
          chooser={chooser}
          {...(!field.required && {
            onRemove: () => {
              keep(value);
              onChange(null);
            },
          })}
        />
      ) : (
        <Chooser {...chooser} className={styles.zone} label={t(picture ? 'choose_picture' : 'choose')}>
          <Upload size={16} strokeWidth={1.5} aria-hidden />
          <span>
            {t(picture ? 'here_picture' : 'here')}
            <span className={styles.choose}>{t(picture ? 'choose_picture' : 'choose')}</span>
          </span>
        </Chooser>
      )}
      <p id={hint} className={styles.hint}>
        {!sending && !held && isEmpty(removed) && most !== undefined && (
          <>{t(picture ? 'most_picture' : 'most', { most: fileSize(most) })}</>
        )}
        {!held && !isEmpty(removed) && (
          <>
            {t('removed', { name: asFile(removed).name ?? '' })}
            <button
              type="button"
              className={styles.act}
              onClick={() => {
                onChange(removed);
                keep(undefined);
              }}
            >
              {common('undo')}
            </button>
          </>
        )}
      </p>
      {trouble !== undefined && (
        <p role="alert" className={styles.trouble}>
          {trouble}
          {again && (
            <button type="button" className={styles.act} onClick={again}>
              {common('retry')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
