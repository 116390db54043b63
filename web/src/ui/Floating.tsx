import { X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton';
import { useKeys } from './keys';
import { useNarrow } from './useNarrow';
import styles from './Floating.module.css';

interface Props {
  /** What it belongs to; it has the focus again afterwards. */
  anchor: HTMLElement;
  label: string;
  onClose: () => void;
  children: ReactNode;
  width?: number;
  align?: 'start' | 'end';
  above?: boolean;
}

const GAP = 4;
const EDGE = 8;
const LEAST = 260;
const REACHABLE = 'input, button, select, textarea, [href], [tabindex]';

/** Those that are open; a press beside them closes the last. */
const open: HTMLElement[] = [];

const reachable = (box: HTMLElement) =>
  [...box.querySelectorAll<HTMLElement>(REACHABLE)].filter(
    (each) => each.tabIndex >= 0 && !each.hasAttribute('disabled') && each.offsetParent !== null,
  );

function place(box: HTMLElement, { anchor, width = 280, align = 'start', above = false }: Props): void {
  const at = anchor.getBoundingClientRect();
  const left = align === 'start' ? at.left : at.right - width;
  const below = innerHeight - at.bottom - GAP - EDGE;
  const over = at.top - GAP - EDGE;
  const upwards = above || (below < LEAST && over > below);
  Object.assign(box.style, {
    width: `${width}px`,
    left: `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`,
    top: upwards ? '' : `${at.bottom + GAP}px`,
    bottom: upwards ? `${innerHeight - at.top + GAP}px` : '',
    maxHeight: `${Math.min(upwards ? over : below, 560)}px`,
  });
}

/** Something small over the page beside what it belongs to; on the phone a sheet from below. */
export function Floating(props: Props) {
  const { anchor, label, onClose, children } = props;
  const { t } = useTranslation();
  const narrow = useNarrow();
  const box = useRef<HTMLDivElement>(null);
  const inside = useRef(false);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    const floating = box.current;
    if (!floating || narrow) {
      return;
    }
    const placed = () => place(floating, latest.current);
    placed();
    addEventListener('resize', placed);
    return () => removeEventListener('resize', placed);
  }, [narrow, anchor]);

  useEffect(() => {
    const floating = box.current;
    if (!floating) {
      return;
    }
    open.push(floating);
    if (!floating.contains(document.activeElement)) {
      (narrow ? floating : (reachable(floating)[0] ?? floating)).focus();
    }
    const press = (event: PointerEvent) => {
      const within = inside.current || (event.target instanceof Node && anchor.contains(event.target));
      inside.current = false;
      if (!within && open.at(-1) === floating) {
        latest.current.onClose();
      }
    };
    document.addEventListener('pointerdown', press);
    return () => {
      document.removeEventListener('pointerdown', press);
      open.splice(open.indexOf(floating), 1);
      if (document.activeElement === document.body || floating.contains(document.activeElement)) {
        anchor.focus();
      }
    };
  }, [anchor, narrow]);

  useKeys('dialogs', { close: onClose });

  /** The focus goes round within. */
  const round = (event: React.KeyboardEvent) => {
    if (event.key !== 'Tab' || !box.current) {
      return;
    }
    const all = reachable(box.current);
    const [first, last] = event.shiftKey ? [all.at(-1), all[0]] : [all[0], all.at(-1)];
    if (document.activeElement === last || document.activeElement === box.current) {
      event.preventDefault();
      first?.focus();
    }
  };

  const dialog = (
    <div
      ref={box}
      role="dialog"
      aria-label={label}
      aria-modal={narrow}
      tabIndex={-1}
      className={narrow ? styles.sheet : styles.floating}
      onPointerDownCapture={() => {
        inside.current = true;
      }}
      onKeyDown={round}
    >
      {narrow && (
        <div className={styles.title}>
          {label}
          <IconButton label={t('close')} onClick={onClose}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      )}
      {children}
    </div>
  );
  return createPortal(
    narrow ? (
      <>
        <div className={styles.scrim} />
        {dialog}
      </>
    ) : (
      dialog
    ),
    document.body,
  );
}
