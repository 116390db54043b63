import { Fragment, useCallback, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pieces } from '../../writing/mentions';
import styles from './Timeline.module.css';

/** What somebody wrote, with the people who are named in it; the end of a long text is shown when it is wanted. */
export function Talk({ text }: { text: string }) {
  const { t } = useTranslation('record');
  const id = useId();
  const [whole, show] = useState(false);
  const [long, say] = useState(false);
  const measure = useCallback((words: HTMLElement | null) => {
    if (words) {
      say(words.scrollHeight > words.clientHeight + 1);
    }
  }, []);
  return (
    <>
      <p id={id} key={text} ref={measure} dir="auto" data-whole={whole} className={styles.body}>
        {pieces(text).map((piece, i) => (
          <Fragment key={i}>
            {'words' in piece ? piece.words : <span className={styles.person}>@{piece.name}</span>}
          </Fragment>
        ))}
      </p>
      {long && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={whole}
          aria-controls={id}
          onClick={() => show(!whole)}
        >
          {t(whole ? 'fold' : 'unfold')}
        </button>
      )}
    </>
  );
}
