import type { TFunction } from 'i18next';
import { inARow, weekdayName } from '@/lib/format';
import { whoOf } from './approval';
import { SHARES, type Definition, type Input, type Step } from './tree';

/** How what a flow names is called. */
export interface Names {
  /** The object whose fields are meant. */
  object: string;
  field: (name: string) => string;
  /** A value of a field, or several. */
  value: (field: string, value: unknown) => string;
  verb: (name: string) => string;
  /** The same for another object. */
  of: (object: string) => Names;
  /** Who a person is. */
  person: (id: string) => string;
}

type T = TFunction<'flow'>;

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);
const whole = (value: unknown): number => (typeof value === 'number' ? Math.trunc(value) : 0);
const clockOf = (value: unknown): string => text(value).slice(0, 5);

/** The day of the week, 1 for Monday. */
export const weekday = (day: number): string => weekdayName(`2026-01-${String(4 + day).padStart(2, '0')}`);

/** Some time in words: `3 天 2 小时`, `1 个工作日`; empty for none. */
export function duration({ days, hours, minutes, working }: Input, t: T): string {
  const kind = working === true ? 'working_time' : 'time';
  return [
    [whole(days), 'days'] as const,
    [whole(hours), 'hours'] as const,
    [whole(minutes), 'minutes'] as const,
  ]
    .filter(([n]) => n !== 0)
    .map(([n, unit]) => t(`${kind}.${unit}`, { count: Math.abs(n) }))
    .join(' ');
}

/** When, by what a date of the record says: `预计成交日前 3 天 09:00`. */
function around(field: string, input: Input, t: T): string {
  const how = duration(input, t);
  const before = [input.days, input.hours, input.minutes].some((each) => whole(each) < 0);
  const said =
    how === '' ? t('said.that_day', { field }) : t(before ? 'said.before' : 'said.after', { field, how });
  const at = clockOf(input.at);
  return at === '' ? said : `${said} ${at}`;
}

const values = (names: Names, field: string, given: unknown, t: T): string =>
  inARow(
    (Array.isArray(given) ? given : []).map((each) => t('said.quoted', { text: names.value(field, each) })),
  );

function changedSaid(input: Input, names: Names, t: T): string {
  const fields = texts(input.fields);
  const [first = ''] = fields;
  const named = inARow(fields.map(names.field));
  const [from, to] = [values(names, first, input.from, t), values(names, first, input.to, t)];
  if (named === '') {
    return t('said.changed_any', { object: names.object });
  }
  if (from === '' && to === '') {
    return t('said.changed', { fields: named });
  }
  return from === ''
    ? t('said.changed_to', { fields: named, to })
    : to === ''
      ? t('said.changed_from', { fields: named, from })
      : t('said.changed_from_to', { fields: named, from, to });
}

function scheduleSaid({ at, weekdays, day }: Input, t: T): string {
  const time = clockOf(at);
  const on = Array.isArray(weekdays) ? weekdays.map(whole) : [];
  if (time === '') {
    return t('said.no_time');
  }
  return on.length > 0
    ? t('said.weekly', { days: inARow([...on].sort((a, b) => a - b).map(weekday)), at: time })
    : typeof day === 'number'
      ? t('said.monthly', { day, at: time })
      : t('said.daily', { at: time });
}

/** What starts the flow, in words. */
export function triggerSaid({ kind, input }: Definition['trigger'], names: Names, t: T): string {
  const name = text(input.field);
  const field = names.field(name);
  const needsField = ['entered', 'left', 'crossed', 'date'].includes(kind);
  if (needsField && name === '') {
    return t('said.no_field');
  }
  switch (kind) {
    case 'created':
      return t('said.created', { object: names.object });
    case 'changed':
      return changedSaid(input, names, t);
    case 'entered':
    case 'left':
      return t(`said.${kind}`, { field, values: values(names, name, input.values, t) || '…' });
    case 'crossed':
      return text(input.falls) === ''
        ? t('said.rises', { field, bound: text(input.rises) || '…' })
        : t('said.falls', { field, bound: text(input.falls) });
    case 'date':
      return around(field, input, t);
    case 'silent':
      return whole(input.days) > 0 ? t('said.silent', { count: whole(input.days) }) : t('said.no_days');
    case 'schedule':
      return scheduleSaid(input, t);
    case 'button':
      return t('said.button');
    default:
      return kind;
  }
}

const SHOWN = 3;

/** The fields that are given values, one a line; what are too many is counted. */
function given(set: unknown, names: Names, t: T): string[] {
  const all = Object.entries(typeof set === 'object' && set !== null ? set : {});
  const lines = all
    .slice(0, all.length > SHOWN ? SHOWN - 1 : SHOWN)
    .map(([field, value]) =>
      value === null
        ? t('said.clear', { field: names.field(field) })
        : t('said.give', { field: names.field(field), value: names.value(field, value) }),
    );
  return all.length > SHOWN ? [...lines, t('said.and_more', { count: all.length - lines.length })] : lines;
}

function taskSaid({ subject, due_in_hours: due, owner }: Input, names: Names, t: T): string[] {
  const hours = typeof due === 'number' ? due : undefined;
  const time =
    hours === undefined
      ? []
      : hours % 24 === 0 && hours > 0
        ? [t('said.due', { how: duration({ days: hours / 24 }, t) })]
        : [t('said.due', { how: duration({ hours }, t) || t('time.hours', { count: 0 }) })];
  const who = text(owner) === '' ? [] : [names.person(text(owner))];
  return [text(subject) || t('said.no_subject'), [...who, ...time].join(' · ')].filter((line) => line !== '');
}

const askedSaid = (who: string, level: number, t: T): string =>
  level > 1 && (who === 'manager' || who === 'head')
    ? t(`said.asks.${who}_up`, { n: level })
    : t(`said.asks.${who as 'manager'}`);

/** Who is asked, how many of them have to agree, and until when. */
function approvalSaid(input: Input, names: Names, t: T): string[] {
  const who = whoOf(input);
  const people = texts(input.people).map(names.person);
  const asked =
    who === 'people' && people.length > 0
      ? inARow(people)
      : who === 'field' && text(input.field) !== ''
        ? names.field(text(input.field))
        : askedSaid(who, whole(input.level), t);
  const mode = text(input.mode);
  const how = mode === 'all' || mode === 'in_order' || mode === 'percent' ? [t(`said.mode.${mode}`)] : [];
  const time = duration({ days: input.within_days, hours: input.within_hours, working: input.working }, t);
  const limit = time === '' ? [] : [t('said.within', { how: time })];
  return [text(input.title), [asked, ...how, ...limit].join(' · ')].filter((line) => line !== '');
}

function webhookSaid({ webhook, type, fields }: Input, t: T): string[] {
  const told = Array.isArray(fields) ? [t('said.fields', { count: fields.length })] : [];
  const what = [text(type), ...told].filter((line) => line !== '').join(' · ');
  return [text(webhook) || t('said.no_webhook'), what].filter((line) => line !== '');
}

function tagSaid({ add, remove }: Input, t: T): string[] {
  const tags = (all: unknown) => inARow(texts(all).map((tag) => t('said.quoted', { text: tag })));
  const lines = [
    ...(texts(add).length > 0 ? [t('said.tagged', { tags: tags(add) })] : []),
    ...(texts(remove).length > 0 ? [t('said.untagged', { tags: tags(remove) })] : []),
  ];
  return lines.length > 0 ? lines : [t('said.no_tags')];
}

/** What a step does, in words, a line each. */
export function stepSaid(step: Step, names: Names, t: T): string[] {
  const { input } = step;
  switch (step.do) {
    case 'update': {
      const lines = given(input.set, names, t);
      return lines.length > 0 ? lines : [t('said.no_values')];
    }
    case 'create': {
      const object = text(input.object);
      const other = names.of(object);
      return object === '' ? [t('said.no_object')] : [other.object, ...given(input.set, other, t)];
    }
    case 'approval':
      return approvalSaid(input, names, t);
    case 'task':
      return taskSaid(input, names, t);
    case 'verb': {
      const verb = text(input.verb);
      return verb === '' ? [t('said.no_verb')] : [names.verb(verb)];
    }
    case 'wait': {
      const until = text(input.until);
      const how = duration(input, t);
      return until !== ''
        ? [t('said.until', { when: around(names.field(until), input, t) })]
        : [how === '' ? t('said.no_wait') : how];
    }
    case 'branch':
      return [t('said.branch')];
    case 'each': {
      const [object, link] = [text(input.object), text(input.link)];
      return [
        link === ''
          ? t('said.no_related')
          : object === ''
            ? t('said.own_related', { field: names.field(link) })
            : t('said.related', { object: names.of(object).object }),
      ];
    }
    case 'webhook':
      return webhookSaid(input, t);
    case 'activity':
      return [text(input.subject) || t('said.no_subject_of')];
    case 'tag':
      return tagSaid(input, t);
    case 'split':
      return [
        texts(input[SHARES])
          .map((share) => t('said.share', { share }))
          .join(' : '),
      ];
    case 'stop':
      return [text(input.reason) || t('said.stop')];
    default:
      return [];
  }
}
