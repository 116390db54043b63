import { ExternalLink, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { fileUrl, type StoredFile } from '@/lib/files';
import { fileSize } from '@/lib/format';
import styles from './Viewer.module.css';

/** A picture over everything; Esc, or a click beside it, goes back to where one was. */
export function Viewer({ file, onClose }: { file: StoredFile; onClose: () => void }) {
  const { t } = useTranslation('files');
  const { t: common } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const name = file.name ?? '';
  return createPortal(
    <dialog
      ref={dialog}
      aria-label={name}
      className={styles.viewer}
      onClose={onClose}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') {
          event.preventDefault();
          close();
        }
      }}
      onClick={(event) => {
        event.stopPropagation(); // it stands within what may be changed by a click
        if (!(event.target as Element).closest('img, header')) {
          close();
        }
      }}
    >
      <header className={styles.bar}>
        <span className={styles.name}>{name}</span>
        {file.size !== undefined && <span className={styles.size}>{fileSize(file.size)}</span>}
        <a
          href={fileUrl(file.id)}
          target="_blank"
          rel="noreferrer"
          className={styles.act}
          aria-label={t('open_original')}
          title={t('open_original')}
        >
          <ExternalLink size={16} strokeWidth={1.5} aria-hidden />
        </a>
        <button
          type="button"
          autoFocus
          className={styles.act}
          aria-label={common('close')}
          title={common('close')}
          onClick={close}
        >
          <X size={16} strokeWidth={1.5} aria-hidden />
        </button>
      </header>
      <div className={styles.stage}>
        <img src={fileUrl(file.id)} alt={name} />
      </div>
    </dialog>,
    document.body,
  );
}
