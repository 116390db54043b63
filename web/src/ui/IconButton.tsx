import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './IconButton.module.css';

interface Look {
  /** What it does: for who hears it, and on hover. */
  label: string;
  /** What hovering says, when that can be shorter than what is heard. */
  hint?: string | undefined;
  /** Within lines of text. */
  small?: boolean | undefined;
  /** For its place only; how it looks is the same everywhere. */
  className?: string | undefined;
  /** The icon. */
  children: ReactNode;
}

const looks = ({ label, hint = label, small = false, className }: Look) => ({
  className: `${styles.button} ${className ?? ''}`,
  'data-small': small,
  'aria-label': label,
  title: hint,
});

type Rest = Omit<ComponentProps<'button'>, keyof Look | 'title' | 'aria-label'>;

/** A button that shows an icon only. */
export function IconButton({ label, hint, small, className, children, ...rest }: Look & Rest) {
  return (
    <button type="button" {...rest} {...looks({ label, hint, small, className, children })}>
      {children}
    </button>
  );
}

/** The same as a way to another page; or to somebody, `who` is then told to whoever listens. */
export function IconLink({ to, who, children, ...look }: Look & { to: string; who?: string | undefined }) {
  return (
    <Link to={to} data-who={who} {...looks({ ...look, children })}>
      {children}
    </Link>
  );
}
