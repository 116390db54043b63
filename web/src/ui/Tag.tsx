import type { ReactNode } from 'react';
import { tagColour } from './theme';
import styles from './Tag.module.css';

/** A short word on a quiet ground; the same word has the same colour everywhere. */
export function Tag({
  seed,
  colour,
  children,
}: {
  seed: string;
  colour?: string | null | undefined;
  children: ReactNode;
}) {
  const name = tagColour(seed, colour);
  return (
    <span
      className={styles.tag}
      style={{ color: `var(--tag-${name}-text)`, background: `var(--tag-${name}-ground)` }}
    >
      {children}
    </span>
  );
}
