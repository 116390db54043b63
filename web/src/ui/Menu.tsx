import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Floating } from './Floating';
import icon from './IconButton.module.css';
import styles from './Menu.module.css';

export interface MenuItem {
  key: string;
  label: string;
  icon?: ReactNode;
  /** Whether it takes something away. */
  danger?: boolean;
  /** Whether a line stands above it. */
  apart?: boolean;
  run: () => void;
}

interface Props {
  /** What it offers, in words. */
  label: string;
  items: MenuItem[];
  /** How the button looks, unless it is an icon like others. */
  className?: string | undefined;
  align?: 'start' | 'end';
  /** What the button shows. */
  children: ReactNode;
}

/** A button that opens a short list of acts. */
export function Menu({ label, items, className, align = 'end', children }: Props) {
  const [anchor, open] = useState<HTMLElement | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent) => {
    const all = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      all[(at + step + all.length) % all.length]?.focus();
    }
  };
  return (
    <>
      <button
        type="button"
        className={className ?? icon.button}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        title={label}
        onClick={(event) => open(anchor ? null : event.currentTarget)}
      >
        {children}
      </button>
      {anchor && (
        <Floating anchor={anchor} label={label} width={200} align={align} onClose={() => open(null)}>
          <div ref={list} role="menu" aria-label={label} className={styles.menu} onKeyDown={press}>
            {items.map((item) => (
              <button
                key={item.key}
                type="button"
                role="menuitem"
                className={styles.item}
                data-danger={item.danger}
                data-apart={item.apart}
                onClick={() => {
                  open(null);
                  item.run();
                }}
              >
                {item.icon}
                {item.label}
              </button>
            ))}
          </div>
        </Floating>
      )}
    </>
  );
}
