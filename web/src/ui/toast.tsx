import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './toast.module.css';

interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'problem' | 'work';
  /** How much of the work is done, from 0 to 1. */
  share?: number;
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

function show(toast: Omit<Toast, 'id'>, id = next++): void {
  put([...toasts.filter((each) => each.id !== id).slice(-2), { ...toast, id }]);
  if (toast.kind !== 'work') {
    setTimeout(() => dismiss(id), toast.act ? WITH_ACT : SHOWN);
  }
}

/** Tells how long work goes, wherever the person is meanwhile, and at last what became of it. */
export interface Work {
  tell: (text: string, share: number) => void;
  done: (text: string, act?: Toast['act']) => void;
  problem: (text: string, act?: Toast['act']) => void;
}

function work(text: string, act?: Toast['act']): Work {
  const id = next++;
  const end = (kind: 'done' | 'problem') => (told: string, after?: Toast['act']) => {
    dismiss(id);
    show({ text: told, kind, ...(after && { act: after }) });
  };
  show({ text, kind: 'work', share: 0, ...(act && { act }) }, id);
  return {
    tell: (told, share) =>
      put(toasts.map((toast) => (toast.id === id ? { ...toast, text: told, share } : toast))),
    done: end('done'),
    problem: end('problem'),
  };
}

/** Says in passing what became of an act. */
export const toast = {
  done: (text: string, act?: Toast['act']) => show({ text, kind: 'done', ...(act && { act }) }),
  problem: (text: string, act?: Toast['act']) => show({ text, kind: 'problem', ...(act && { act }) }),
  work,
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
      {all.map(({ id, text, kind, act, share }) => (
        <div key={id} className={styles.toast} data-kind={kind}>
          <span>{text}</span>
          {share !== undefined && (
            <span role="progressbar" aria-valuenow={Math.round(share * 100)} className={styles.share}>
              <span style={{ width: `${share * 100}%` }} />
            </span>
          )}
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
