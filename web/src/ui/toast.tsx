import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './toast.module.css';

interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'problem';
  /** What can be done about it, such as taking it back. */
  act?: { label: string; run: () => void };
}

const SHOWN = 5_000;
const WITH_ACT = 9_000;

let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function put(all: readonly Toast[]): void {
  toasts = all;
  listeners.forEach((tell) => tell());
}

const dismiss = (id: number) => put(toasts.filter((toast) => toast.id !== id));

function show(toast: Omit<Toast, 'id'>): void {
  const id = next++;
  put([...toasts.slice(-2), { ...toast, id }]);
  setTimeout(() => dismiss(id), toast.act ? WITH_ACT : SHOWN);
}

/** Says in passing what became of an act. */
export const toast = {
  done: (text: string, act?: Toast['act']) => show({ text, kind: 'done', ...(act && { act }) }),
  problem: (text: string, act?: Toast['act']) => show({ text, kind: 'problem', ...(act && { act }) }),
};

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Where toasts appear. */
export function Toasts() {
  const { t } = useTranslation();
  const all = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div role="status" aria-live="polite" className={styles.toasts}>
      {all.map(({ id, text, kind, act }) => (
        <div key={id} className={styles.toast} data-kind={kind}>
          <span>{text}</span>
          {act && (
            <button
              type="button"
              className={styles.act}
              onClick={() => {
                dismiss(id);
                act.run();
              }}
            >
              {act.label}
            </button>
          )}
          <button type="button" className={styles.close} aria-label={t('close')} onClick={() => dismiss(id)}>
            <X size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
