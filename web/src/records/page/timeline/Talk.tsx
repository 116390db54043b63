import { Fragment } from 'react';
import { pieces } from './mentions';
import styles from './Timeline.module.css';

/** What somebody wrote, with the people who are named in it. */
export function Talk({ text }: { text: string }) {
  return (
    <p dir="auto" className={styles.body}>
      {pieces(text).map((piece, i) => (
        <Fragment key={i}>
          {'words' in piece ? piece.words : <span className={styles.person}>@{piece.name}</span>}
        </Fragment>
      ))}
    </p>
  );
}
