import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '../timeline/item';
import { Letter } from './Letter';
import timeline from '../timeline/Timeline.module.css';
import styles from './Mail.module.css';

interface Props {
  item: Item;
  /** The mails before it in its thread, the newest first. */
  earlier: Item[];
  /** By which addresses we write. */
  own: Set<string>;
  /** Begins an answer; absent where none can be sent. */
  onAnswer: ((item: Item, all: boolean) => void) | undefined;
}

/** A mail that was sent or came, with those before it in its thread. */
export function MailItem({ item, earlier, own, onAnswer }: Props) {
  const { t } = useTranslation('mail');
  const list = useId();
  const [open, unfold] = useState(false);
  return (
    <li className={timeline.item}>
      <Letter item={item} own={own} onAnswer={onAnswer} />
      {earlier.length > 0 && (
        <div className={styles.thread}>
          <button
            type="button"
            className={timeline.more}
            aria-expanded={open}
            aria-controls={list}
            onClick={() => unfold(!open)}
          >
            {open ? t('fold_thread') : t('earlier', { count: earlier.length })}
          </button>
          <ol id={list} className={styles.earlier}>
            {open &&
              earlier.map((each) => (
                <li key={each.id} className={timeline.item}>
                  <Letter item={each} own={own} onAnswer={onAnswer} />
                </li>
              ))}
          </ol>
        </div>
      )}
    </li>
  );
}
