import { Bell as Sign } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy, prepare } from '@/lib/lazy';
import { Count } from './Count';
import type { Waiting } from './waiting';
import styles from './TopBar.module.css';

const load = () => import('@/features/messages/NewsPanel');
const NewsPanel = lazy(() => load().then((module) => ({ default: module.NewsPanel })));

/** How much the person was told and has not seen; what that is stands below once it is pressed. */
export function Bell({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation('shell');
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, open] = useState<HTMLElement | null>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.bell}
        title={t('places.messages')}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onPointerEnter={() => prepare(load)}
        onClick={() => open((now) => (now ? null : button.current))}
      >
        <span className={styles.sign}>
          <Sign size={18} strokeWidth={1.5} aria-hidden />
          <Count of="messages" waiting={waiting} small />
        </span>
        <span className="sr-only">{t('places.messages')}</span>
      </button>
      {anchor && (
        <Suspense fallback={null}>
          <NewsPanel anchor={anchor} onClose={() => open(null)} />
        </Suspense>
      )}
    </>
  );
}
