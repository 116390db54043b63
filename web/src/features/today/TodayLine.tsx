import { AlarmClock, Check, Ellipsis, Flag, PenLine, Phone } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { today, type Day } from '@/lib/days';
import { clock, dayOf, moment, money, relative, relativeDay } from '@/lib/format';
import { isolated } from '@/lib/i18n';
import { lazy } from '@/lib/lazy';
import type { Noted } from '@/records/calling/noting';
import type { About } from '@/records/writing/about';
import { Tag } from '@/ui/Tag';
import type { TagColour } from '@/ui/theme';
import type { Line, Reason } from './lines';
import { PutOff } from './PutOff';
import { canDo } from './rights';
import type { Metas } from './wanted';
import styles from './TodayLine.module.css';

const Log = lazy(() => import('@/records/calling/Log').then((module) => ({ default: module.Log })));

/** What is open at the line. */
export type Opened = 'put_off' | 'note' | 'call';

const colours: Record<Reason, TagColour> = {
  reply: 'blue',
  mention: 'violet',
  overdue: 'red',
  due: 'amber',
  follow_up: 'amber',
  fresh: 'jade',
  late: 'orange',
  quiet: 'cyan',
  undated: 'grey',
};

/** Where the line leads to: the customer it is about, else itself. */
export const pathOf = ({ about, object, entry }: Line): string =>
  about ? `/${about.object}/${about.id}` : `/${object}/${entry.id}`;

/** Whether a press there leaves the page, which is then found again as it was left. */
const leads = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a:not([data-call])') !== null;

interface Props {
  line: Line;
  metas: Metas;
  current: boolean;
  opened: Opened | undefined;
  onChoose: () => void;
  onOpen: (what: Opened | undefined) => void;
  onDone: () => void;
  onPutOff: (day: Day, shown: string) => void;
  onNote: (about: About, noted: Noted) => Promise<boolean>;
  onSeen: () => void;
}

/** Why, what, with whom; and what can be done about it right here. */
export function TodayLine(props: Props) {
  const { line, metas, current, opened, onChoose, onOpen, onDone } = props;
  const { t } = useTranslation('today');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const can = canDo(metas, line);
  const { about } = line;
  const sub = [...line.who, line.note].filter((part) => part !== '');
  const Lead = can.complete ? Check : PenLine;
  const lead = t(line.object === 'mention' ? 'acts.seen' : can.complete ? 'acts.complete' : 'acts.write');
  return (
    <li
      tabIndex={current ? 0 : -1}
      data-current={current}
      data-opened={opened}
      className={styles.line}
      // a press chooses once it is over: what it unfolds must not move a link from under the finger
      onFocus={(event) => !current && event.target.matches(':focus-visible') && onChoose()}
      onClick={(event) => !current && !leads(event.target) && onChoose()}
    >
      <div className={styles.row}>
        {(can.complete || can.write) && (
          <button
            type="button"
            className={styles.lead}
            data-done={can.complete}
            aria-label={`${lead} ${line.title}`}
            title={lead}
            onClick={onDone}
          >
            <Lead size={can.complete ? 12 : 14} strokeWidth={can.complete ? 2.5 : 1.5} aria-hidden />
          </button>
        )}
        <div className={styles.reason}>
          <Tag seed={line.reason} colour={colours[line.reason]}>
            {t(`reasons.${line.reason}`)}
          </Tag>
        </div>
        <div className={styles.main}>
          <div className={styles.title}>
            {line.urgent && (
              <Flag size={14} strokeWidth={1.75} className={styles.urgent} aria-label={t('urgent')} />
            )}
            <Link
              to={pathOf(line)}
              dir="auto"
              title={line.title}
              onClick={line.object === 'mention' ? props.onSeen : undefined}
            >
              {line.title || '—'}
            </Link>
          </div>
          {sub.length > 0 && (
            <div className={styles.sub} title={sub.join(' · ')}>
              {sub.map(isolated).join(' · ')}
            </div>
          )}
        </div>
        <div className={styles.facts}>
          {line.amount && <Amount {...line.amount} />}
          <At line={line} />
        </div>
        <div className={styles.acts}>
          {line.phone && (
            <a
              href={`tel:${line.phone.number.replace(/[\s-]/g, '')}`}
              className={styles.act}
              data-call
              aria-label={line.phone.name ? t('acts.call', { name: line.phone.name }) : t('acts.call_number')}
              title={line.phone.number}
              onClick={() => can.write && onOpen('call')}
            >
              <Phone size={16} strokeWidth={1.5} aria-hidden />
            </a>
          )}
          {can.write && can.complete && (
            <button
              type="button"
              className={styles.act}
              aria-label={t('acts.write')}
              title={t('acts.write')}
              onClick={() => onOpen(opened === 'note' ? undefined : 'note')}
            >
              <PenLine size={16} strokeWidth={1.5} aria-hidden />
            </button>
          )}
          {(can.putOff || (can.write && can.complete)) && (
            <button
              type="button"
              className={styles.act}
              data-more
              aria-label={t('acts.more', { name: line.title })}
              onClick={onChoose}
            >
              <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
            </button>
          )}
          {can.putOff && (
            <button
              ref={setAnchor}
              type="button"
              className={styles.act}
              aria-label={t('acts.put_off')}
              aria-haspopup="dialog"
              aria-expanded={opened === 'put_off'}
              title={t('acts.put_off')}
              onClick={() => onOpen(opened === 'put_off' ? undefined : 'put_off')}
            >
              <AlarmClock size={16} strokeWidth={1.5} aria-hidden />
            </button>
          )}
        </div>
      </div>
      {opened === 'put_off' && anchor && (
        <PutOff
          anchor={anchor}
          line={line}
          metas={metas}
          onClose={() => onOpen(undefined)}
          onChoose={props.onPutOff}
        />
      )}
      {(opened === 'note' || opened === 'call') && about && (
        <Suspense fallback={null}>
          <div className={styles.log}>
            <Log
              kind={opened}
              about={about}
              who={line.phone?.name}
              number={line.phone?.number}
              activity={metas.activity}
              task={line.object === 'task'}
              plan={can.plan}
              onClose={() => onOpen(undefined)}
              onSave={(noted) => props.onNote(about, noted)}
            />
          </div>
        </Suspense>
      )}
    </li>
  );
}

function Amount(value: { amount: string; currency: string }) {
  const { sign, amount } = money(value);
  return (
    <span className={styles.amount}>
      <small>{sign}</small>
      {amount}
    </span>
  );
}

/** When, in the words that fit the reason. */
function At({ line: { reason, at, object } }: { line: Line }) {
  const { t } = useTranslation('today');
  if (at === undefined || at === '') {
    return reason === 'quiet' ? <span className={styles.at}>{t('when.no_contact')}</span> : null;
  }
  if (reason === 'late') {
    return <span className={styles.at}>{t('when.close', { when: relativeDay(at) })}</span>;
  }
  const planned = reason === 'due' || reason === 'follow_up';
  const when = planned && dayOf(new Date(at)) === today() ? clock(new Date(at)) : relative(at);
  const said =
    reason === 'quiet'
      ? t('when.last_contact', { when })
      : reason === 'fresh' && object === 'lead'
        ? t('when.came', { when })
        : when;
  return (
    <time className={styles.at} dateTime={at} title={moment(at)} data-late={reason === 'overdue'}>
      {said}
    </time>
  );
}
