import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import chip from '@/ui/Chip.module.css';
import { isKey, keyText } from '@/ui/keys';
import type { About } from '../writing/about';
import { marked } from '../writing/mentions';
import { EMPTY, useDraft } from '../writing/useDraft';
import { Dialled } from './Dialled';
import { DueInput } from '../writing/DueInput';
import type { Noted } from './noting';
import { titleOf } from './title';
import { momentFor, nextWorkday, whens } from '../writing/whens';
import styles from './Log.module.css';

interface Props {
  kind: Noted['kind'];
  about: About;
  /** With whom the call was, where that is known. */
  who: string | undefined;
  /** The number that was called. */
  number?: string | undefined;
  /** Of activities, as far as it is known. */
  activity: ObjectMeta | undefined;
  /** Whether it is about a task, which is done with it. */
  task?: boolean;
  /** Whether the person may plan a task. */
  plan: boolean;
  onClose: () => void;
  onSave: (noted: Noted) => Promise<boolean>;
}

/** Notes a call or a thought down where one stands, and what comes next; what is typed stays until it is saved. */
export function Log({ kind, about, who, number, activity, task = false, plan, onClose, onSave }: Props) {
  const { t } = useTranslation('calling');
  const { t: common } = useTranslation();
  const place = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [draft, write] = useDraft(about.object, about.id, kind);
  const { text, outcome, next = '', dueAt: when = momentFor(nextWorkday()) } = draft;
  const [completes, setCompletes] = useState(task);
  const [busy, work] = useState(false);
  const field = kind === 'call' && activity ? fieldOf(activity, 'outcome') : undefined;
  const outcomes =
    field?.access === 'write' ? (field.choices ?? []).filter((each) => each.active !== false) : [];
  const ready = text.trim() !== '' || outcome !== undefined;

  useEffect(() => {
    place.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const save = async () => {
    if (!ready || busy) {
      place.current?.focus();
      return;
    }
    work(true);
    const said = outcomes.find((each) => each.code === outcome);
    const saved = await onSave({
      kind,
      text: marked(text.trim(), draft.named),
      called: say(said?.label),
      outcome,
      next: next.trim() === '' ? undefined : { subject: next.trim(), due_at: when || undefined },
      completes,
    });
    if (saved) {
      write(EMPTY);
    }
    work(false);
  };
  /** What was typed stays for the next time; what came of a call is of that call alone. */
  const leave = () => {
    write({ ...draft, outcome: undefined });
    onClose();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (isKey('dialogs', 'close', event.nativeEvent)) {
      event.preventDefault();
      box.current?.closest('li')?.focus();
      leave();
    } else if (isKey('dialogs', 'submit', event.nativeEvent)) {
      event.preventDefault();
      void save();
    }
  };
  const title = titleOf(kind, who);

  return (
    <div ref={box} role="group" aria-label={title} className={styles.log} onKeyDown={press}>
      <p className={styles.title}>
        {title}
        {kind === 'call' && number && <Dialled number={number} />}
      </p>
      {outcomes.length > 0 && (
        <div role="group" aria-label={t('outcome')} className={styles.outcomes}>
          {outcomes.map((each) => (
            <button
              key={each.code}
              type="button"
              className={chip.chip}
              aria-pressed={outcome === each.code}
              onClick={() => write({ ...draft, outcome: outcome === each.code ? undefined : each.code })}
            >
              {say(each.label)}
            </button>
          ))}
        </div>
      )}
      <textarea
        ref={place}
        className={styles.text}
        aria-label={t(`prompt_${kind}`)}
        placeholder={t(`prompt_${kind}`)}
        rows={2}
        value={text}
        onChange={(event) => write({ ...draft, text: event.target.value })}
      />
      {plan && (
        <div className={styles.next}>
          <input
            className={styles.subject}
            aria-label={t('next')}
            placeholder={t('next')}
            value={next}
            onChange={(event) => write({ ...draft, next: event.target.value })}
          />
          {next.trim() !== '' && (
            <DueInput value={when} offers={whens} onChange={(dueAt) => write({ ...draft, dueAt })} />
          )}
        </div>
      )}
      <div className={styles.foot}>
        {task && (
          <label className={styles.completes}>
            <input
              type="checkbox"
              checked={completes}
              onChange={(event) => setCompletes(event.target.checked)}
            />
            {t('completes')}
          </label>
        )}
        <span className={styles.save}>
          <span className={styles.keys}>{t('save_by', { keys: keyText('dialogs', 'submit') })}</span>
          <Button onClick={leave}>{common('cancel')}</Button>
          <Button type="primary" disabled={!ready} loading={busy} onClick={() => void save()}>
            {common('save')}
          </Button>
        </span>
      </div>
    </div>
  );
}
