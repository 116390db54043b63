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
  /** Whether it goes only when somebody lets it go. */
  stays?: boolean;
}

const SHOWN = 5_000;
const WITH_ACT = 9_000;
/** How many others stay beside a new one. */
const FEW = 2;
/** How long those stay that were due while somebody was at them. */
const AFTERWARDS = 2_000;

let toasts: readonly Toast[] = [];
let next = 1;
/** Whether somebody points at them or has the focus there, and which were due meanwhile. */
let held = false;
const due = new Set<number>();
const listeners = new Set<() => void>();

function put(all: readonly Toast[]): void {
  toasts = all;
  listeners.forEach((tell) => tell());
}

const isPassing = ({ kind, stays }: Toast): boolean => kind !== 'work' && stays !== true;

function dismiss(id: number): void {
  due.delete(id);
  put(toasts.filter((toast) => toast.id !== id));
  held &&= toasts.length > 0;
}

const expire = (id: number): void => {
  if (held) {
    due.add(id);
  } else {
    dismiss(id);
  }
};

/** None goes while somebody is at them. */
function hold(on: boolean): void {
  held = on;
  if (!on) {
    due.forEach((id) => setTimeout(() => expire(id), AFTERWARDS));
    due.clear();
  }
}

function show(toast: Omit<Toast, 'id'>, id = next++): void {
  const others = toasts.filter((each) => each.id !== id);
  const passing = others.filter(isPassing).slice(-FEW);
  put([...others.filter((each) => !isPassing(each) || passing.includes(each)), { ...toast, id }]);
  if (toast.kind !== 'work' && !toast.stays) {
    setTimeout(() => expire(id), toast.act ? WITH_ACT : SHOWN);
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
    show({ text: told, kind, stays: after !== undefined, ...(after && { act: after }) });
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

/** Takes one away by its button, with which the focus goes too. */
function letGo(id: number): void {
  dismiss(id);
  hold(false);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Where toasts appear. */
export function Toasts() {
  const { t } = useTranslation();
  const all = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div
      role="status"
      aria-live="polite"
      className={styles.toasts}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      {all.map(({ id, text, kind, act, share }) => (
        <div key={id} className={styles.toast} data-kind={kind}>
          <span>{text}</span>
          {share !== undefined && (
            <span
              role="progressbar"
              aria-label={text}
              aria-valuenow={Math.round(share * 100)}
              className={styles.share}
            >
              <span style={{ width: `${share * 100}%` }} />
            </span>
          )}
          {act && (
            <button
              type="button"
              className={styles.act}
              onClick={() => {
                letGo(id);
                act.run();
              }}
            >
              {act.label}
            </button>
          )}
          <button type="button" className={styles.close} aria-label={t('close')} onClick={() => letGo(id)}>
            <X size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
