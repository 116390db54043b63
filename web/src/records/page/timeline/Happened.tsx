import { useSuspenseQuery } from '@tanstack/react-query';
import {
  CalendarDays,
  CheckSquare,
  Cog,
  Mail,
  MapPin,
  MessageSquare,
  Paperclip,
  Phone,
  StickyNote,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment, relative } from '@/lib/format';
import type { ObjectMeta } from '@/lib/meta';
import { sessionQuery } from '@/lib/session';
import { Face } from '@/ui/Face';
import { PeekLink } from '../../peek/PeekLink';
import { Changes } from '../Changes';
import { Why } from '../Why';
import { CameTo, isChoice, useTold } from './CameTo';
import type { Item } from './item';
import { OwnItem } from './OwnItem';
import { Pictured } from './Pictured';
import { Reword } from './Reword';
import { Talk } from './Talk';
import styles from './Timeline.module.css';

const icons = {
  note: StickyNote,
  call: Phone,
  mail: Mail,
  meeting: CalendarDays,
  visit: MapPin,
  task: CheckSquare,
  comment: MessageSquare,
  file: Paperclip,
} satisfies Record<string, LucideIcon>;

type Kind = keyof typeof icons;
const isKind = (kind: string): kind is Kind => kind in icons;

/** What the person wrote can be worded anew; what is said nowhere else. */
const worded = new Set(['activity', 'comment']);
const own = new Set(['activity', 'comment', 'attachment']);

/** One thing that happened. */
export function Happened({ meta, item }: { meta: ObjectMeta; item: Item }) {
  const { t } = useTranslation('record');
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [rewording, reword] = useState(false);
  const who = item.actor?.label ?? '';
  const person = item.actor?.kind === 'user';
  const self = session && 'id' in session.user ? session.user.id : undefined;
  const mine = person && item.actor?.id === self && own.has(item.object);
  const kind = isKind(item.kind) ? item.kind : undefined;
  const Icon = kind && icons[kind];
  const several = item.changes.length > 1 && t('changed_several', { count: item.changes.length });
  // a call that is called by its outcome is told by that tag alone
  const told = useTold(item);
  const called =
    several || (item.title === item.body || isChoice(item.title, told, item) ? null : item.title);
  return (
    <li className={styles.item}>
      {person ? (
        <Face name={who} size={24} />
      ) : (
        <span className={styles.machine}>
          <Cog size={14} strokeWidth={1.5} aria-hidden />
        </span>
      )}
      <div className={styles.what}>
        <div className={styles.line}>
          <strong>
            <bdi>{who}</bdi>
          </strong>
          {kind && Icon && (
            <span className={styles.kind}>
              <Icon size={14} strokeWidth={1.5} aria-hidden />
              {t(`kinds.${kind}`)}
            </span>
          )}
          <Called item={item} text={called} />
          <CameTo told={told} facts={item.facts} />
          <span className={styles.end}>
            <time dateTime={item.at} title={moment(item.at)}>
              {relative(item.at)}
            </time>
            {mine && !rewording && (
              <OwnItem item={item} {...(worded.has(item.object) && { onReword: () => reword(true) })} />
            )}
          </span>
        </div>
        {rewording ? (
          <Reword item={item} onClose={() => reword(false)} />
        ) : (
          item.changes.length === 0 && item.body && <Talk text={item.body} />
        )}
        {item.changes.length > 0 && <Changes meta={meta} changes={item.changes} />}
        {item.object === 'attachment' && called && <Pictured attachment={item.record.id} name={called} />}
        <Why item={item} object={item.object} record={item.record.id} />
      </div>
    </li>
  );
}

/** A task opens beside the page, and so does what stands behind a file. */
function Called({ item, text }: { item: Item; text: string | null }) {
  if (text === null) {
    return null;
  }
  return item.object === 'task' || item.object === 'attachment' ? (
    <PeekLink object={item.object} id={item.record.id}>
      {text}
    </PeekLink>
  ) : item.object === 'comment' ? null : (
    <bdi>{text}</bdi>
  );
}
