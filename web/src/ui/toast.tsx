import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { keyText } from './keys';
import styles from './toast.module.css';

/** What can be done about what is told: it is taken back, also by the key for that, or something else. */
type Act = { undo: () => void; label?: string } | { label: string; run: () => void };

interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'problem' | 'work';
  /** How much of the work is done, from 0 to 1. */
  share?: number;
  act?: Act;
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
/** What was done last that can be taken back; once it is told no more, on the page where that ended. */
let last: { told: number; undo: () => void; page?: string } | undefined;
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
  if (last?.told === id) {
    last.page = window.location.pathname;
  }
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

/** Answers what does as its button does. */
function show(toast: Omit<Toast, 'id'>, id = next++): () => void {
  const others = toasts.filter((each) => each.id !== id);
  if (toast.act && 'undo' in toast.act) {
    last = { told: id, undo: toast.act.undo };
  }
  const passing = others.filter(isPassing).slice(-FEW);
  put([...others.filter((each) => !isPassing(each) || passing.includes(each)), { ...toast, id }]);
  if (toast.kind !== 'work' && !toast.stays) {
    setTimeout(() => expire(id), toast.act ? WITH_ACT : SHOWN);
  }
  return () => toast.act && perform(id, toast.act);
}

/** Tells how long work goes, wherever the person is meanwhile, and at last what became of it. */
export interface Work {
  tell: (text: string, share: number) => void;
  done: (text: string, act?: Act) => void;
  problem: (text: string, act?: Act) => void;
}

function work(text: string, act?: Act): Work {
  const id = next++;
  const end = (kind: 'done' | 'problem') => (told: string, after?: Act) => {
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
  done: (text: string, act?: Act) => show({ text, kind: 'done', ...(act && { act }) }),
  problem: (text: string, act?: Act) => show({ text, kind: 'problem', ...(act && { act }) }),
  work,
  /** Takes away what was told in passing, which would lie over what opens now. */
  clear: () => toasts.filter(isPassing).forEach(({ id }) => dismiss(id)),
};

/** Takes one away by its button, with which the focus goes too. */
function letGo(id: number): void {
  dismiss(id);
  hold(false);
}

/** Does what is offered about it; nothing is taken back twice. */
function perform(id: number, act: Act): void {
  if (last?.told === id) {
    last = undefined;
  }
  letGo(id);
  ('undo' in act ? act.undo : act.run)();
}

/** Takes back what was done last, where it is still in sight; false when there is nothing. */
export function undoLast(): boolean {
  const act = last;
  if (!act || (act.page ?? window.location.pathname) !== window.location.pathname) {
    return false;
  }
  perform(act.told, act);
  return true;
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
              title={'undo' in act ? keyText('everywhere', 'undo') : undefined}
              onClick={() => perform(id, act)}
            >
              {act.label ?? t('undo')}
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
