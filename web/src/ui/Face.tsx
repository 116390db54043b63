import { tagColour } from './theme';
import styles from './Face.module.css';

/** What people call somebody in a glance: the given name of a Chinese person, else initials. */
function initials(name: string): string {
  const han = /\p{Script=Han}+/u.exec(name)?.[0];
  if (han) {
    return Array.from(han).slice(-2).join('');
  }
  return name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
}

/** A person without a picture. */
export function Face({ name, size = 20 }: { name: string; size?: number }) {
  const colour = tagColour(name);
  return (
    <span
      aria-hidden
      className={styles.face}
      style={{
        width: size,
        height: size,
        fontSize: size * 0.42,
        color: `var(--tag-${colour}-text)`,
        background: `var(--tag-${colour}-ground)`,
      }}
    >
      {initials(name)}
    </span>
  );
}
