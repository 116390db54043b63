import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOf } from './address';
import type { People } from './people';
import { Recipients } from './Recipients';
import type { MailWriting } from './useMailDraft';
import styles from './Mail.module.css';

interface Props {
  people: People;
  writing: MailWriting;
  eager: boolean;
  /** What is wrong, by field. */
  troubles: Map<string, string>;
}

const copies = ['cc', 'bcc'] as const;
const LONGEST_SUBJECT = 200;

/** To whom a mail goes, and what it is about. */
export function Envelope({ people, writing: { draft, change }, eager, troubles }: Props) {
  const { t } = useTranslation('mail');
  const id = useId();
  const [opened, open] = useState<string>();
  const to = draft.addressed ? draft.to : people.proposed;
  const shown = copies.filter((each) => draft[each].length > 0 || each === opened || troubles.has(each));
  const taken = new Set([...to, ...draft.cc, ...draft.bcc].map(placeOf));
  const near = people.near.filter((box) => !taken.has(placeOf(box)));
  const missing = eager && draft.answers === null;
  const subject = troubles.get('subject');
  return (
    <>
      <div className={styles.first}>
        {people.known && (
          <Recipients
            label={t('to')}
            boxes={to}
            near={near}
            wrong={troubles.get('to')}
            autoFocus={missing && to.length === 0}
            onChange={(boxes) => change({ to: boxes, addressed: true })}
          />
        )}
        <span className={styles.copies}>
          {copies
            .filter((each) => !shown.includes(each))
            .map((each) => (
              <button key={each} type="button" className={styles.copy} onClick={() => open(each)}>
                {t(each)}
              </button>
            ))}
        </span>
      </div>
      {shown.map((each) => (
        <Recipients
          key={each}
          label={t(each)}
          boxes={draft[each]}
          near={near}
          wrong={troubles.get(each)}
          autoFocus={each === opened}
          onChange={(boxes) => change({ to, [each]: boxes, addressed: true })}
        />
      ))}
      <div className={styles.row}>
        <label htmlFor={id} className={styles.label}>
          {t('subject')}
        </label>
        <div className={styles.boxes}>
          <Input
            id={id}
            data-note
            variant="borderless"
            maxLength={LONGEST_SUBJECT}
            autoFocus={missing && to.length > 0}
            value={draft.subject}
            onChange={(event) => change({ subject: event.target.value })}
          />
          {subject !== undefined && (
            <p role="alert" className={styles.wrong}>
              {subject}
            </p>
          )}
        </div>
      </div>
    </>
  );
}
