import { Check, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment, relative } from '@/lib/format';
import { say, useObjects } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { Talk } from '@/records/page/timeline/Talk';
import { aboutOf } from '@/records/useNames';
import { labelOf, textOf } from '@/records/values';
import { Face } from '@/ui/Face';
import { IconButton } from '@/ui/IconButton';
import styles from './Messages.module.css';

interface Props {
  entry: Entry;
  /** How the record is called: undefined while that is not known, null when the person may not see it. */
  label: string | null | undefined;
  onMark: (verb: 'see' | 'unsee') => void;
}

/** Who said what, and where; to go there is to have seen it. */
export function MentionRow({ entry, label, onMark }: Props) {
  const { t } = useTranslation('messages');
  const objects = useObjects();
  const about = aboutOf(entry);
  const name = labelOf(entry.by) || textOf(entry.name) || t('somebody');
  const unread = !entry.seen_at;
  const Sign = unread ? Check : Undo2;
  const mark = unread ? 'see' : 'unsee';
  const at = textOf(entry.created_at);
  const object = say(objects.find((each) => each.name === about?.object)?.label);
  return (
    <li className={styles.row} data-unread={unread}>
      <Face name={name} size={32} />
      <div className={styles.words}>
        <p className={styles.line}>
          <strong>{t('mentioned', { name })}</strong>
          {unread && <span className="sr-only">{t('unread')}</span>}
          <time dateTime={at} title={moment(at)}>
            {relative(at)}
          </time>
        </p>
        <Talk text={textOf(entry['comment.body']) || textOf(entry['activity.body'])} />
        {label === null ? (
          <p className={styles.place}>{t('gone')}</p>
        ) : (
          about &&
          label !== undefined && (
            <Link
              to={`/${about.object}/${about.id}`}
              className={styles.place}
              onClick={() => unread && onMark('see')}
            >
              {t('on', { object, label })}
            </Link>
          )
        )}
      </div>
      <IconButton label={t(mark)} className={styles.act} onClick={() => onMark(mark)}>
        <Sign size={16} strokeWidth={1.5} aria-hidden />
      </IconButton>
    </li>
  );
}
