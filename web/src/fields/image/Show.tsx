import { ImageOff } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { thumbnailUrl } from '@/lib/files';
import { lazy } from '@/lib/lazy';
import { asFile } from '../file/check';
import type { Shown } from '../values';
import styles from './image.module.css';

const Viewer = lazy(() => import('./Viewer').then((module) => ({ default: module.Viewer })));

/** A small picture that opens at its full size; larger on the page of its record. One that cannot be drawn is told by an icon. */
export default function Show({ value, whole = false }: Pick<Shown, 'value' | 'whole'>) {
  const { t } = useTranslation('files');
  const file = asFile(value);
  const [open, show] = useState(false);
  const [broken, tellBroken] = useState<string>();
  const name = file.name ?? '';
  if (name === '') {
    return (
      <span className={styles.gone} title={t('gone')}>
        <ImageOff size={16} strokeWidth={1.5} aria-hidden />
        <span className={whole ? 'muted' : 'sr-only'}>{t('gone')}</span>
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        className={styles.thumb}
        data-whole={whole}
        aria-label={t('view', { name })}
        title={name}
        onClick={() => show(true)}
      >
        {broken === file.id ? (
          <span className={styles.gone}>
            <ImageOff size={16} strokeWidth={1.5} aria-hidden />
            {whole && name}
          </span>
        ) : (
          <img
            src={thumbnailUrl(file.id, whole ? 'page' : 'line')}
            alt=""
            loading="lazy"
            decoding="async"
            onError={() => tellBroken(file.id)}
          />
        )}
      </button>
      {open && (
        <Suspense fallback={null}>
          <Viewer file={file} onClose={() => show(false)} />
        </Suspense>
      )}
    </>
  );
}
