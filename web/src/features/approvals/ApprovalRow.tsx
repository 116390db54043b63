import { Button } from 'antd';
import { Check, CircleAlert } from 'lucide-react';
import { createElement } from 'react';
import { useTranslation } from 'react-i18next';
import { signOf } from '@/features/objects';
import { moment, relative } from '@/lib/format';
import { say, useObjects } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { isOpen, type Status } from '@/records/approval/api';
import { Due, StatusTag } from '@/records/approval/Trail';
import { PeekLink } from '@/records/peek/PeekLink';
import { aboutOf } from '@/records/useNames';
import { labelOf, textOf } from '@/records/values';
import { Tag } from '@/ui/Tag';
import { isToSign, isUnread } from './api';
import styles from './Approvals.module.css';
import type { Quick, Result } from './useDeciding';

interface Props {
  entry: Entry;
  /** How the record is called: undefined while that is not known, null when the person may not see it. */
  label: string | null | undefined;
  current: boolean;
  chosen: boolean;
  /** What came of a decision about several. */
  result: Result | undefined;
  onCurrent: () => void;
  /** Where it can be chosen for a decision about several. */
  onChoose: (() => void) | undefined;
  onDecide: (deed: Quick) => void;
  onSee: () => void;
}

/** What is asked about which record, by whom and since when. */
export function ApprovalRow(props: Props) {
  const { entry, label, current, chosen, result, onCurrent, onChoose, onDecide, onSee } = props;
  const { t } = useTranslation('approval');
  const objects = useObjects();
  const about = aboutOf(entry);
  const object = objects.find(({ name }) => name === about?.object);
  const name = label === null ? t('page.gone') : (label ?? '…');
  const step = textOf(entry.step_name);
  const submitter = labelOf(entry.submitter);
  const replaced = labelOf(entry.in_place_of);
  const since = textOf(entry.decided_at) || textOf(entry.created_at);
  const open = isOpen({ status: entry.status as Status });
  const unread = isUnread(entry);
  return (
    <li
      className={styles.row}
      data-current={current}
      data-unread={unread}
      onClick={onCurrent}
      onFocus={() => current || onCurrent()}
    >
      {onChoose ? (
        <label className={styles.box}>
          <input
            type="checkbox"
            checked={chosen}
            aria-label={t('page.choose', { name })}
            onChange={onChoose}
          />
        </label>
      ) : (
        <span className={styles.kind}>
          {createElement(signOf(about?.object ?? '', object?.icon), {
            size: 16,
            strokeWidth: 1.5,
            'aria-hidden': true,
          })}
        </span>
      )}
      <div className={styles.words}>
        <p className={styles.line}>
          {about && label !== null ? (
            <span onClick={onSee}>
              <PeekLink object={about.object} id={about.id} className={styles.name ?? ''}>
                {name}
              </PeekLink>
            </span>
          ) : (
            <span className="muted">{name}</span>
          )}
          {unread && <span className="sr-only">{t('page.unread')}</span>}
          <Standing entry={entry} />
        </p>
        <p className={styles.facts}>
          <span>{textOf(entry.name)}</span>
          {step !== '' && step !== entry.name && <span>{step}</span>}
          <span>{say(object?.label)}</span>
          {submitter !== '' && <span>{submitter}</span>}
          {replaced !== '' && <span>{t('page.in_place_of', { name: replaced })}</span>}
          <time dateTime={since} title={moment(since)}>
            {relative(since)}
          </time>
          {open && typeof entry.due_at === 'string' && <Due at={entry.due_at} />}
        </p>
        {textOf(entry.comment) !== '' && <p className={styles.comment}>{textOf(entry.comment)}</p>}
        {result && 'why' in result && (
          <p role="alert" className={styles.wrong}>
            <CircleAlert size={14} aria-hidden />
            {result.why}
          </p>
        )}
      </div>
      {result && 'deed' in result ? (
        <span className={styles.result}>
          <Check size={14} aria-hidden />
          {t(`did.${result.deed}`)}
        </span>
      ) : (
        !result &&
        isToSign(entry) && (
          <span className={styles.acts}>
            <Button size="small" onClick={() => onDecide('refuse')}>
              {t('deeds.refuse')}
            </Button>
            <Button size="small" type="primary" onClick={() => onDecide('approve')}>
              {t('deeds.approve')}
            </Button>
          </span>
        )
      )}
    </li>
  );
}

const statuses = new Set(['approved', 'refused', 'sent_back', 'withdrawn', 'voided']);

/** How it stands, where that goes without saying nowhere else. */
function Standing({ entry: { kind, status } }: { entry: Entry }) {
  const { t } = useTranslation('approval');
  if (kind === 'copy') {
    return null;
  }
  if (kind === 'revise') {
    return (
      <Tag seed="revise" colour="orange">
        {t(status === 'pending' ? 'page.to_mend' : 'did.resubmit')}
      </Tag>
    );
  }
  if (status === 'handed_on') {
    return (
      <Tag seed="handed_on" colour="grey">
        {t('did.hand_on')}
      </Tag>
    );
  }
  return kind === undefined || statuses.has(String(status)) ? <StatusTag status={status as Status} /> : null;
}
