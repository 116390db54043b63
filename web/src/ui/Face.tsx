import { tagColour } from './theme';
import styles from './Face.module.css';

const letters = new Intl.Segmenter();

/** The first sign as people see it, such as a whole emoji. */
const first = (word: string): string => {
  for (const { segment } of letters.segment(word)) {
    return segment;
  }
  return '';
};

/** In less room than that one sign can be read, no two. */
const ROOM = 24;

/** Ends what is no name of a person but a post, such as that of an administrator, which begins with what it does. */
const POST = String.fromCodePoint(0x5458);

/** What people call somebody in a glance: the given name of a Chinese person, else initials. */
function initials(name: string, size: number): string {
  const han = /\p{Script=Han}+/u.exec(name)?.[0];
  if (han) {
    const signs = Array.from(han);
    const shown = size < ROOM ? 1 : 2;
    return (han.endsWith(POST) ? signs.slice(0, shown) : signs.slice(-shown)).join('');
  }
  return name.split(/\s+/).filter(Boolean).slice(0, 2).map(first).join('').toUpperCase();
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
      {initials(name, size)}
    </span>
  );
}
