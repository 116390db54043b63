import { useDraggable } from '@dnd-kit/core';
import { memo, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Show } from '@/fields/Show';
import { isEmpty } from '@/fields/values';
import { isPast } from '@/lib/days';
import { dayOf, moment, relative, relativeDay } from '@/lib/format';
import { say, type Field } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { Face } from '@/ui/Face';
import { aboutMark } from '../writing/about';
import { usePrefetch } from '../usePrefetch';
import { ageOf } from '../path/age';
import { labelOf, textOf } from '../values';
import type { CardFields } from './cardFields';
import { Words } from '../Told';
import { ChosenFace, Days, Gone } from './ChosenFace';
import type { Landed, Plan } from './plan';
import styles from './Card.module.css';

interface Told {
  card: Entry;
  fields: CardFields;
  /** After how many days here it is slow. */
  limit: number;
  /** Whether it has come to its end. */
  closed: boolean;
}

/** A moment, and of what. */
const titled = (field: Field, at: string): string => `${say(field.label)} ${moment(at)}`;

/** What a card says: what it is, with whom and for how much, whose, what comes next and for how long it waits. */
export const CardFace = memo(function CardFace({ card, fields, limit, closed }: Told) {
  const { t } = useTranslation('board');
  const value = (field: Field | undefined) => (field ? card[field.name] : undefined);
  const name = card[fields.name];
  const since = value(fields.since);
  const age = !closed && typeof since === 'string' ? ageOf(since, limit) : undefined;
  const last = closed ? fields.closed : fields.last;
  const when = value(last);
  const owner = labelOf(value(fields.owner));
  if (fields.chosen) {
    return <ChosenFace card={card} fields={fields.chosen} name={textOf(name)} age={age} limit={limit} />;
  }
  const says = closed && fields.closed ? fields.reason : fields.next;
  const next = closed ? undefined : value(fields.nextAt);
  return (
    <>
      <span className={styles.line}>
        <span dir="auto" className={styles.name}>
          {typeof name === 'string' && name !== '' ? name : '—'}
        </span>
        <Days age={age} limit={limit} />
        {!age && last && typeof when === 'string' && (
          <span className={styles.age} title={titled(last, when)}>
            {relative(when)}
          </span>
        )}
      </span>
      <span className={styles.line}>
        <span className={styles.words}>
          <Words field={fields.about} value={value(fields.about)} />
        </span>
        {fields.money && !isEmpty(value(fields.money)) && (
          <span className={styles.money}>
            <Show field={fields.money} value={value(fields.money)} />
          </span>
        )}
      </span>
      <span className={styles.line}>
        {owner !== '' && (
          <span className={styles.owner} title={owner}>
            <Face name={owner} size={18} />
            <span className="sr-only">{owner}</span>
          </span>
        )}
        <span className={styles.words}>
          {says && isEmpty(value(says)) ? (
            !closed && !next && <span className={styles.absent}>{t('no_next_step')}</span>
          ) : (
            <Words field={says} value={value(says)} />
          )}
        </span>
        {fields.nextAt && typeof next === 'string' && (
          <time
            dateTime={next}
            className={styles.due}
            data-past={isPast(next)}
            title={titled(fields.nextAt, next)}
          >
            {relativeDay(dayOf(new Date(next)))}
          </time>
        )}
      </span>
      <Gone age={age} />
    </>
  );
});

interface Props extends Told {
  object: string;
  code: string;
  lane: Plan['lane'];
  /** Whether it may be dragged. */
  loose: boolean;
  /** Whether it is on its way into another column. */
  leaving: boolean;
  /** Set when it was dropped here lately. */
  landed: Landed | undefined;
}

/** A card that opens its record and can be taken elsewhere. */
export const Card = memo(function Card({ object, code, lane, loose, leaving, landed, ...told }: Props) {
  const { t } = useTranslation('board');
  const { card } = told;
  const prefetch = usePrefetch(object, card.id);
  const { setNodeRef, node, listeners, attributes, isDragging } = useDraggable({
    id: card.id,
    disabled: !loose,
    data: { card, code, lane, name: textOf(card[told.fields.name]) },
  });
  useEffect(() => {
    if (landed?.byKeys) {
      node.current?.focus();
    }
  }, [landed, node]);
  return (
    <Link
      ref={setNodeRef}
      to={`/${object}/${card.id}`}
      draggable={false}
      className={styles.card}
      data-record={card.id}
      {...aboutMark(object, card.id)}
      data-peeks
      data-loose={loose}
      data-landed={landed !== undefined}
      data-away={isDragging || leaving}
      {...(loose && {
        'aria-describedby': attributes['aria-describedby'],
        'aria-roledescription': t('draggable'),
      })}
      onMouseEnter={prefetch.enter}
      onMouseLeave={prefetch.leave}
      {...listeners}
    >
      <CardFace {...told} />
    </Link>
  );
});
