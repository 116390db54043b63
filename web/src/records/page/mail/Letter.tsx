import { useSuspenseQuery } from '@tanstack/react-query';
import { Reply, ReplyAll } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment, relative } from '@/lib/format';
import { lazy } from '@/lib/lazy';
import { sessionQuery } from '@/lib/session';
import { Face } from '@/ui/Face';
import type { Item } from '../timeline/item';
import { OwnItem } from '../timeline/OwnItem';
import { Talk } from '../timeline/Talk';
import { Why } from '../Why';
import { boxesOf, calledOf } from './address';
import { hasOthers } from './answer';
import { Enclosed } from './Enclosed';
import { MailState } from './MailState';
import { quoted } from './quoted';
import timeline from '../timeline/Timeline.module.css';
import styles from './Mail.module.css';

const Formatted = lazy(() => import('./Formatted'));

interface Props {
  item: Item;
  own: Set<string>;
  onAnswer: ((item: Item, all: boolean) => void) | undefined;
}

/** Who wrote to whom what, and what became of it. */
export function Letter({ item, own, onAnswer }: Props) {
  const { t } = useTranslation('mail');
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [formatted, show] = useState(false);
  const [whole, unfold] = useState(false);
  const { facts, actor, body, title } = item;
  const inbound = facts.direction === 'inbound';
  const person = !inbound && actor?.kind === 'user';
  const from = person ? actor.label : boxesOf(facts.mail_from).map(calledOf)[0];
  const who = from ?? t('unknown');
  const to = boxesOf(facts.mail_to);
  const self = session && 'id' in session.user ? session.user.id : undefined;
  const { words, quote } = quoted(body ?? '');
  return (
    <>
      <Face name={who} size={24} />
      <div className={timeline.what}>
        <div className={timeline.line}>
          <span className={styles.way} title={[...to, ...boxesOf(facts.mail_cc)].join('\n')}>
            <strong>
              <bdi>{who}</bdi>
            </strong>
            <span className="muted">{t('written_to')}</span>
            <bdi>{to.slice(0, 2).map(calledOf).join(t('and'))}</bdi>
            {to.length > 2 && <span className="muted">{t('and_others', { count: to.length })}</span>}
          </span>
          <MailState item={item} />
          <span className={timeline.end}>
            <time dateTime={item.at} title={moment(item.at)}>
              {relative(item.at)}
            </time>
            {person && actor.id === self && <OwnItem item={item} />}
          </span>
        </div>
        {title && (
          <span className={styles.subject}>
            <bdi>{title}</bdi>
          </span>
        )}
        {words !== '' && <Talk text={words} />}
        {quote !== '' && (
          <>
            <button
              type="button"
              className={`${timeline.more} ${styles.turn}`}
              aria-expanded={whole}
              onClick={() => unfold(!whole)}
            >
              {t(whole ? 'hide_quote' : 'show_quote')}
            </button>
            {whole && <p className={`${timeline.body} ${styles.quoted}`}>{quote}</p>}
          </>
        )}
        {item.files.length > 0 && <Enclosed files={item.files} />}
        <div className={styles.acts}>
          {onAnswer && (
            <button type="button" className={styles.quiet} onClick={() => onAnswer(item, false)}>
              <Reply size={14} strokeWidth={1.5} aria-hidden />
              {t('answer')}
            </button>
          )}
          {onAnswer && hasOthers(item, own) && (
            <button type="button" className={styles.quiet} onClick={() => onAnswer(item, true)}>
              <ReplyAll size={14} strokeWidth={1.5} aria-hidden />
              {t('answer_all')}
            </button>
          )}
          <button type="button" className={styles.quiet} aria-haspopup="dialog" onClick={() => show(true)}>
            {t('formatted')}
          </button>
        </div>
        <Why item={item} object={item.object} record={item.record.id} />
        {formatted && (
          <Suspense fallback={null}>
            <Formatted item={item} onClose={() => show(false)} />
          </Suspense>
        )}
      </div>
    </>
  );
}
