import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { AtSign } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { create, type Values } from '@/lib/changes';
import { useMakes } from '@/lib/meta';
import { IconButton } from '@/ui/IconButton';
import { isKey, keyText } from '@/ui/keys';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { DueInput } from '../../writing/DueInput';
import type { When } from '../../writing/whens';
import { useUnmake, type Made } from '../../useUnmake';
import { AttachButton } from './AttachButton';
import { Colleagues } from './Colleagues';
import { composed, type Draft, type Kind } from '../../writing/compose';
import { naming } from '../../writing/mentions';
import { Papers } from './Papers';
import { usePapers } from './usePapers';
import styles from './Composer.module.css';

interface Props {
  object: string;
  id: string;
  kind: Kind;
  draft: Draft;
  write: (draft: Draft) => void;
  /** Writes a mail instead of noting one down. */
  onMail?: (() => void) | undefined;
  /** What is offered above. */
  children: ReactNode;
}

/** By when something is mostly to be done. */
const OFFERS: When[] = ['today', 'tomorrow', 'next_week'];

/** Notes down a call, a visit, a thought or something to do, with files; what is typed stays until it is saved. */
export function NoteComposer({ object, id, kind, draft, write, onMail, children }: Props) {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const place = useRef<HTMLTextAreaElement>(null);
  const [busy, work] = useState(false);
  const [over, drag] = useState(false);
  const [namer, name] = useState<HTMLElement | null>(null);
  const files = usePapers();
  const unmaking = useUnmake();
  const attaches = useMakes()('attachment');
  const { text, dueAt = '' } = draft;
  const something = text.trim() !== '' || files.papers.length > 0;

  const type = (next: string, caret: number) => {
    write({ ...draft, text: next });
    if (next.length > text.length && naming(next.slice(0, caret)) === '') {
      name(place.current);
    }
  };
  /** Puts the name where the @ stands, or at the caret. */
  const named = (person: { id: string; label: string }) => {
    const at = place.current?.selectionStart ?? text.length;
    const before = text.slice(0, at);
    const head = before.endsWith('@') ? before : `${before}@`;
    write({
      ...draft,
      text: `${head}${person.label} ${text.slice(at)}`,
      named: { ...draft.named, [person.label]: person.id },
    });
    name(null);
    place.current?.focus();
  };
  const save = async () => {
    if (!something || busy) {
      place.current?.focus();
      return;
    }
    work(true);
    const about = { object, id };
    const made: Made[number][] = [];
    const make = async (of: string, values: Values) => made.push([of, await create(of, values)]);
    try {
      const note = text.trim() === '' ? undefined : composed(kind, draft, about);
      if (note) {
        await make(note.object, note.values);
        write({ text: '', named: {}, kind });
      }
      for (const { key, file } of await files.stored()) {
        await make('attachment', { file: file.id, about });
        files.drop(key);
      }
      toast.done(t(`noted.${note?.object ?? 'attachment'}`), unmaking(made));
      // what is being read for the first time was asked before, and would be taken for new
      await queries.cancelQueries({ queryKey: ['records'] });
      await queries.invalidateQueries({ queryKey: ['records'] });
    } catch (error) {
      tell(error);
    } finally {
      work(false);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (isKey('dialogs', 'submit', event.nativeEvent)) {
      event.preventDefault();
      void save();
    }
  };

  return (
    <div
      className={styles.composer}
      data-over={over}
      onKeyDown={press}
      onDragOver={(event) => {
        event.preventDefault();
        drag(true);
      }}
      onDragLeave={() => drag(false)}
      onDrop={(event) => {
        event.preventDefault();
        drag(false);
        if (attaches) {
          files.take(event.dataTransfer.files);
        }
      }}
    >
      {children}
      <textarea
        ref={place}
        data-note
        className={styles.text}
        aria-label={t(`kinds.${kind}`)}
        placeholder={t(`prompts.${kind}`)}
        rows={text.includes('\n') || text.length > 60 ? 4 : 2}
        value={text}
        onChange={(event) => type(event.target.value, event.target.selectionStart)}
        onPaste={(event) => {
          if (attaches && event.clipboardData.files.length > 0) {
            event.preventDefault();
            files.take(event.clipboardData.files);
          }
        }}
      />
      {files.papers.length > 0 && <Papers papers={files.papers} onDrop={files.drop} />}
      <div className={styles.foot}>
        {kind !== 'task' && (
          <IconButton label={t('name_colleague')} onClick={() => name(place.current)}>
            <AtSign size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        )}
        {attaches && <AttachButton onFiles={files.take} />}
        {kind === 'task' && (
          <DueInput value={dueAt} offers={OFFERS} onChange={(at) => write({ ...draft, dueAt: at })} />
        )}
        {onMail && (
          <button type="button" className={styles.quiet} onClick={onMail}>
            {t('write_mail')}
          </button>
        )}
        {something && (
          <span className={styles.end}>
            <span className="muted">{t('save_by', { keys: keyText('dialogs', 'submit') })}</span>
            <Button type="primary" loading={busy} onClick={() => void save()}>
              {common('save')}
            </Button>
          </span>
        )}
      </div>
      {namer && <Colleagues anchor={namer} onPick={named} onClose={() => name(null)} />}
    </div>
  );
}
