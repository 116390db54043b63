import { BadgeCheck, Bell, Check, Undo2, UserRoundPlus, Workflow, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment, relative } from '@/lib/format';
import { say, useObjects } from '@/lib/meta';
import type { Entry } from '@/lib/records';
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
  /** When the person goes where it leads. */
  onGo?: (() => void) | undefined;
}

const signs: Record<string, LucideIcon> = {
  assigned: UserRoundPlus,
  flow: Workflow,
  approval: BadgeCheck,
};

/** What was told: the whole row leads to the record, and to go there is to have seen it. */
export function NewsRow({ entry, label, onMark, onGo }: Props) {
  const { t } = useTranslation('messages');
  const unread = !entry.seen_at;
  const mark = unread ? 'see' : 'unsee';
  const Sign = unread ? Check : Undo2;
  const at = textOf(entry.told_at);
  const body = textOf(entry.body);
  const { to, place } = useWay(entry, label);
  const title = textOf(entry.name);
  const go = () => {
    if (unread) {
      onMark('see');
    }
    onGo?.();
  };
  return (
    <li className={styles.row} data-unread={unread} data-way={to !== undefined}>
      <Teller entry={entry} />
      <div className={styles.words}>
        <p className={styles.line}>
          <strong>
            {to === undefined ? (
              title
            ) : (
              <Link to={to} className={styles.way} onClick={go}>
                {title}
              </Link>
            )}
          </strong>
          {unread && <span className="sr-only">{t('unread')}</span>}
          <time dateTime={at} title={moment(at)}>
            {relative(at)}
          </time>
        </p>
        {body && <p className={styles.body}>{body}</p>}
        {place && <p className={styles.place}>{place}</p>}
      </div>
      <IconButton label={t(mark)} className={styles.act} onClick={() => onMark(mark)}>
        <Sign size={16} strokeWidth={1.5} aria-hidden />
      </IconButton>
    </li>
  );
}

/** What has its page among the settings. */
const settled: Record<string, string> = { webhook: '/settings/webhooks' };

const wayTo = (object: string, id: string): string => `${settled[object] ?? `/${object}`}/${id}`;

/** Where it leads: to the record, or to the list where it tells of many. */
function useWay(entry: Entry, label: Props['label']): { to?: string; place?: string } {
  const { t } = useTranslation('messages');
  const about = aboutOf(entry);
  const object = useObjects().find((each) => each.name === about?.object);
  if (!about) {
    return {};
  }
  if (typeof entry.count === 'number' && entry.count > 1) {
    return { to: settled[about.object] ?? `/${about.object}`, place: say(object?.plural) };
  }
  if (label === null) {
    return { place: t('gone') };
  }
  return {
    to: wayTo(about.object, about.id),
    place: label === undefined ? say(object?.label) : t('on', { object: say(object?.label), label }),
  };
}

/** Who or what set it off. */
function Teller({ entry }: { entry: Entry }) {
  const by = labelOf(entry.by);
  if (by) {
    return <Face name={by} size={32} />;
  }
  const Sign = signs[textOf(entry.kind)] ?? Bell;
  return (
    <span className={styles.kind}>
      <Sign size={16} strokeWidth={1.5} aria-hidden />
    </span>
  );
}
