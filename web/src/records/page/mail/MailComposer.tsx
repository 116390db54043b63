import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import RichText from '@/fields/rich_text/Edit';
import type { ObjectMeta } from '@/lib/meta';
import { recordQuery } from '@/lib/records';
import { isKey, keyText } from '@/ui/keys';
import { AttachButton } from '../timeline/AttachButton';
import { Papers } from '../timeline/Papers';
import { Envelope } from './Envelope';
import { usePeople } from './people';
import { Quote } from './Quote';
import { Templates } from './Templates';
import { useMailFiles } from './useMailFiles';
import type { MailWriting } from './useMailDraft';
import { useSending } from './useSending';
import composer from '../timeline/Composer.module.css';
import styles from './Mail.module.css';

interface Props {
  meta: ObjectMeta;
  id: string;
  writing: MailWriting;
  /** Whether somebody has just chosen to write. */
  eager: boolean;
  /** Notes a mail down that was sent elsewhere. */
  onNote: () => void;
  onSent: () => void;
}

/** Writes a mail to the people around a record. */
export default function MailComposer({ meta, id, writing, eager, onNote, onSent }: Props) {
  const { t } = useTranslation('mail');
  const { data: entry } = useSuspenseQuery(recordQuery(meta.name, id));
  const { draft, change, latest, anew } = writing;
  const files = useMailFiles(writing);
  const people = usePeople(meta, entry);
  const { proposed } = people;
  const { stored } = files;
  const { send, busy, troubles } = useSending({
    ...{ object: meta.name, id, writing, proposed, stored, onSent },
  });
  const [over, drag] = useState(false);
  const label = t('words');
  const press = (event: KeyboardEvent) => {
    if (isKey('dialogs', 'submit', event.nativeEvent)) {
      event.preventDefault();
      void send();
    }
  };
  return (
    <div
      className={styles.mail}
      data-over={over}
      onKeyDown={press}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) {
          event.preventDefault();
          drag(true);
        }
      }}
      onDragLeave={() => drag(false)}
      onDrop={(event) => {
        drag(false);
        files.brought(event, event.dataTransfer);
      }}
      onPaste={(event) => files.brought(event, event.clipboardData)}
    >
      <Envelope key={`to ${anew}`} {...{ people, writing, eager, troubles }} />
      <div className={styles.words}>
        <RichText
          key={`words ${anew}`}
          field={{ label: { 'zh-CN': label, en: label } }}
          value={draft.body}
          autoFocus={eager && draft.answers !== null}
          wrong={troubles.has('body')}
          onChange={(body) => change({ body: typeof body === 'string' ? body : null })}
        />
      </div>
      {troubles.has('body') && (
        <p role="alert" className={styles.trouble}>
          {troubles.get('body')}
        </p>
      )}
      {draft.quote !== null && <Quote html={draft.quote} onDrop={() => change({ quote: null })} />}
      {files.papers.length > 0 && <Papers papers={files.papers} onDrop={files.drop} />}
      {troubles.has('files') && (
        <p role="alert" className={styles.trouble}>
          {troubles.get('files')}
        </p>
      )}
      <div className={composer.foot}>
        <AttachButton onFiles={files.take} />
        <Templates
          object={meta.name}
          id={id}
          written={draft.body !== null}
          onPick={({ subject, body }) => {
            const before = latest();
            writing.replace({ ...before, body, subject: before.answers === null ? subject : before.subject });
          }}
        />
        <button type="button" className={styles.quiet} title={t('note_only_hint')} onClick={onNote}>
          {t('note_only')}
        </button>
        <span className={composer.end}>
          <span className={`muted ${styles.hint}`}>
            {t('send_by', { keys: keyText('dialogs', 'submit') })}
          </span>
          <Button type="primary" loading={busy} onClick={() => void send()}>
            {t('send')}
          </Button>
        </span>
      </div>
    </div>
  );
}
