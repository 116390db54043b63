import { Check, Clock, CornerUpLeft, RotateCw, Send, UserRoundPlus, X, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { inARow, moment, relative } from '@/lib/format';
import { Face } from '@/ui/Face';
import { Tag } from '@/ui/Tag';
import type { TagColour } from '@/ui/theme';
import styles from './Trail.module.css';
import { isOpen, type Act, type Status, type Story } from './api';

const colours: Record<Status, TagColour> = {
  pending: 'blue',
  approved: 'green',
  refused: 'red',
  sent_back: 'orange',
  withdrawn: 'grey',
  voided: 'grey',
};

/** How it stands, in a word. */
export function StatusTag({ status }: { status: Status }) {
  const { t } = useTranslation('approval');
  return (
    <Tag seed={status} colour={colours[status]}>
      {t(`status.${status}`)}
    </Tag>
  );
}

/** Until when it is to be done; red once that is past. */
export function Due({ at }: { at: string }) {
  const { t } = useTranslation('approval');
  const late = new Date(at) < new Date();
  return (
    <time dateTime={at} title={moment(at)} className={styles.due} data-late={late}>
      {t(late ? 'late' : 'due', { at: relative(at) })}
    </time>
  );
}

/** What Hemai does by itself has a sign instead of a face. */
const signs: Record<string, LucideIcon> = {
  approved: Check,
  passed_by_rule: Check,
  refused: X,
  refused_by_rule: X,
  sent_back: CornerUpLeft,
  resubmitted: RotateCw,
  submitted: Send,
  signer_added: UserRoundPlus,
};

const tones: Record<string, string> = {
  approved: 'yes',
  passed_by_rule: 'yes',
  refused: 'no',
  refused_by_rule: 'no',
  sent_back: 'back',
  voided: 'back',
};

/** The approval as a story, from submitting it to what is awaited now. */
export function Trail({ story }: { story: Story }) {
  const { t } = useTranslation('approval');
  const waiting = story.waiting_for.map((person) => person?.label ?? t('somebody'));
  return (
    <ol className={styles.trail} aria-label={t('story_of', { title: story.title })}>
      {story.acts.map((act, i) => (
        <Happened key={i} act={act} />
      ))}
      {isOpen(story) && (
        <li className={styles.act} data-tone="waits">
          <span className={styles.sign}>
            <Clock size={14} strokeWidth={1.5} aria-hidden />
          </span>
          <div>
            <p className={styles.line}>
              <strong>
                {story.status === 'sent_back'
                  ? t('waits_for_mending', { name: story.submitter?.label ?? t('somebody') })
                  : waiting.length > 0
                    ? t('waits_for', { names: inARow(waiting) })
                    : t('goes_on')}
              </strong>
              {story.due_at !== null && <Due at={story.due_at} />}
            </p>
            {story.step !== null && <p className={styles.step}>{story.step}</p>}
          </div>
        </li>
      )}
      {story.settled_at !== null && story.status !== 'voided' && (
        <li className={styles.act} data-tone={story.status === 'approved' ? 'yes' : 'ends'}>
          <span className={styles.sign}>
            {story.status === 'approved' ? <Check size={14} aria-hidden /> : <X size={14} aria-hidden />}
          </span>
          <p className={styles.line}>
            <strong>{t(`ends.${story.status}`)}</strong>
            <When at={story.settled_at} />
          </p>
        </li>
      )}
    </ol>
  );
}

function When({ at }: { at: string | null }) {
  return at === null ? null : (
    <time dateTime={at} title={moment(at)}>
      {relative(at)}
    </time>
  );
}

function Happened({ act }: { act: Act }) {
  const { t } = useTranslation('approval');
  const { by, deed, others, step, comment, by_mail } = act;
  const Sign = signs[deed] ?? Clock;
  const named = (name: string | null) => (name === null || name === '' ? t('somebody') : name);
  const words = { by: named(by), others: named(others) };
  const told =
    deed === 'sent_back' && others
      ? t('told.sent_back_to', words)
      : deed === 'passed_by_rule' && !by
        ? t('told.passed_by_hemai')
        : by_mail && (deed === 'approved' || deed === 'refused')
          ? t(`told.${deed}_by_mail`, words)
          : t(`told.${deed}`, words);
  return (
    <li className={styles.act} data-tone={tones[deed]}>
      {by ? (
        <span className={styles.face}>
          <Face name={by} size={28} />
          <span className={styles.badge}>
            <Sign size={10} strokeWidth={2.5} aria-hidden />
          </span>
        </span>
      ) : (
        <span className={styles.sign}>
          <Sign size={14} strokeWidth={1.5} aria-hidden />
        </span>
      )}
      <div>
        <p className={styles.line}>
          <span>{told}</span>
          <When at={act.at} />
        </p>
        {step && <p className={styles.step}>{step}</p>}
        {comment && <p className={styles.comment}>{comment}</p>}
      </div>
    </li>
  );
}
