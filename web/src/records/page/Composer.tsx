import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { CalendarDays, CheckSquare, Mail, MapPin, Phone, StickyNote, type LucideIcon } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { create, type Values } from '@/lib/changes';
import { modifier } from '@/ui/keys';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import styles from './Composer.module.css';

const kinds = ['note', 'call', 'mail', 'meeting', 'visit', 'task'] as const;
type Kind = (typeof kinds)[number];

const icons: Record<Kind, LucideIcon> = {
  note: StickyNote,
  call: Phone,
  mail: Mail,
  meeting: CalendarDays,
  visit: MapPin,
  task: CheckSquare,
};

const LONGEST_SUBJECT = 80;
const draftKey = (object: string, id: string) => `hemai.draft.${object}.${id}`;

/** The first line is what it is about; the rest is the body. */
function values(kind: Kind, text: string, about: { object: string; id: string }): Values {
  const [first = '', ...rest] = text.trim().split('\n');
  const subject = first.slice(0, LONGEST_SUBJECT);
  if (kind === 'task') {
    return { subject, description: rest.join('\n').trim() || null, about };
  }
  return { kind, body: text.trim(), about };
}

/** Notes down a call, a visit, a thought or something to do; what is typed stays until it is saved. */
export function Composer({ object, id }: { object: string; id: string }) {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const field = useId();
  const place = useRef<HTMLTextAreaElement>(null);
  const [kind, choose] = useState<Kind>('note');
  const [text, setText] = useState(() => localStorage.getItem(draftKey(object, id)) ?? '');
  const [busy, setBusy] = useState(false);

  const type = (next: string) => {
    setText(next);
    if (next === '') {
      localStorage.removeItem(draftKey(object, id));
    } else {
      localStorage.setItem(draftKey(object, id), next);
    }
  };
  const save = async () => {
    if (text.trim() === '' || busy) {
      place.current?.focus();
      return;
    }
    setBusy(true);
    try {
      await create(kind === 'task' ? 'task' : 'activity', values(kind, text, { object, id }));
      type('');
      toast.done(t('noted'));
      await queries.invalidateQueries({ queryKey: ['records'] });
    } catch (error) {
      tell(error);
    } finally {
      setBusy(false);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };

  return (
    <div className={styles.composer}>
      <div role="radiogroup" aria-label={t('kind')} className={styles.kinds}>
        {kinds.map((each) => {
          const Icon = icons[each];
          return (
            <label key={each} className={styles.kind} data-chosen={each === kind}>
              <input
                type="radio"
                name={`${field}-kind`}
                className="sr-only"
                checked={each === kind}
                onChange={() => {
                  choose(each);
                  place.current?.focus();
                }}
              />
              <Icon size={14} strokeWidth={1.5} aria-hidden />
              {t(`kinds.${each}`)}
            </label>
          );
        })}
      </div>
      <textarea
        ref={place}
        className={styles.text}
        aria-label={t(`kinds.${kind}`)}
        placeholder={t(`prompts.${kind}`)}
        rows={text.includes('\n') || text.length > 60 ? 4 : 2}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
      />
      {text.trim() !== '' && (
        <div className={styles.foot}>
          <span className="muted">{t('save_by', { keys: `${modifier}↵` })}</span>
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {common('save')}
          </Button>
        </div>
      )}
    </div>
  );
}
