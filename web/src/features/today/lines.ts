import { callable } from '@/fields/phone/callable';
import type { Day } from '@/lib/days';
import type { Entry, Money } from '@/lib/records';
import { labelOf, textOf } from '@/records/values';
import type { Asking } from './wanted';

/** Why something stands on the list. */
export type Reason =
  'reply' | 'mention' | 'overdue' | 'due' | 'follow_up' | 'fresh' | 'late' | 'quiet' | 'undated';

/** The headings, in the order that matters. */
export const groups = ['waiting', 'due', 'fresh', 'cooling', 'someday'] as const;
export type Group = (typeof groups)[number];

const groupOf: Record<Reason, Group> = {
  reply: 'waiting',
  mention: 'waiting',
  overdue: 'due',
  due: 'due',
  follow_up: 'due',
  fresh: 'fresh',
  late: 'cooling',
  quiet: 'cooling',
  undated: 'someday',
};

export interface About {
  object: string;
  id: string;
}

/** Something to do. */
export interface Line {
  key: string;
  reason: Reason;
  group: Group;
  /** The record that is done, put off or seen. */
  object: Asking;
  entry: Entry;
  /** The record that it is about: where it leads to, and what is written goes. */
  about: About | undefined;
  title: string;
  /** Who it is with. */
  who: string[];
  /** What is known of it in words. */
  note: string;
  amount: Money | undefined;
  /** A day or moment; what it says depends on the reason. */
  at: string | undefined;
  phone: { number: string; name: string } | undefined;
  urgent: boolean;
}

export type Found = Partial<Record<Asking, Entry[]>>;

/** What the person's calendar and clock say. */
export interface Now {
  day: Day;
  /** The day of a moment. */
  dayOf: (moment: string) => Day;
  /** Whether it is too late for what was due at the moment. */
  isPast: (moment: string) => boolean;
}

const money = (value: unknown): Money | undefined => (value ?? undefined) as Money | undefined;
const aboutOf = (entry: Entry): About | undefined => (entry.about ?? undefined) as About | undefined;

function phone(name: string, ...numbers: unknown[]): Line['phone'] {
  const number = numbers.map(textOf).find((each) => callable(each) !== undefined);
  return number ? { number, name } : undefined;
}

const distinct = (...parts: string[]): string[] => [...new Set(parts.filter((part) => part !== ''))];

function line(
  object: Asking,
  entry: Entry,
  reason: Reason,
  rest: Pick<Line, 'about' | 'title'> & Partial<Line>,
): Line {
  return {
    key: `${object}/${entry.id}/${entry.version}`,
    reason,
    group: groupOf[reason],
    object,
    entry,
    who: [],
    note: '',
    amount: undefined,
    at: undefined,
    phone: undefined,
    urgent: false,
    ...rest,
  };
}

/** What a task or an activity tells of the customer it is about. */
const customer = (entry: Entry): Pick<Line, 'who' | 'amount' | 'phone'> => ({
  who: distinct(
    labelOf(entry.opportunity) || labelOf(entry.lead),
    textOf(entry['lead.company']),
    textOf(entry['contact.name']),
    labelOf(entry.opportunity) ? '' : textOf(entry['account.name']),
  ),
  amount: money(entry['opportunity.amount']),
  phone: phone(
    textOf(entry['contact.name']) || labelOf(entry.lead),
    entry['contact.mobile'],
    entry['lead.mobile'],
  ),
});

function task(entry: Entry, now: Now): Line {
  const due = textOf(entry.due_at);
  return line('task', entry, due === '' ? 'undated' : now.isPast(due) ? 'overdue' : 'due', {
    about: aboutOf(entry),
    title: textOf(entry.subject),
    note: textOf(entry.description),
    at: due || undefined,
    urgent: entry.priority === 'high' || entry.priority === 'urgent',
    ...customer(entry),
  });
}

/** The reason of a deal or lead that presses most. */
function pressing(entry: Entry, now: Now): [Reason, string] {
  const planned = textOf(entry.next_follow_up_at);
  const close = textOf(entry.close_date);
  if (planned !== '' && now.dayOf(planned) <= now.day) {
    return ['follow_up', planned];
  }
  if (close !== '' && close < now.day) {
    return ['late', close];
  }
  return entry.status === 'new'
    ? ['fresh', textOf(entry.assigned_at) || textOf(entry.created_at)]
    : ['quiet', textOf(entry.last_activity_at) || textOf(entry.created_at)];
}

function deal(entry: Entry, now: Now): Line {
  const [reason, at] = pressing({ ...entry, status: 'open' }, now);
  return line('opportunity', entry, reason, {
    about: { object: 'opportunity', id: entry.id },
    title: textOf(entry.name),
    who: distinct(labelOf(entry.account), textOf(entry['contact.name'])),
    note: textOf(entry.next_step),
    amount: money(entry.amount),
    at,
    phone: phone(textOf(entry['contact.name']), entry['contact.mobile']),
  });
}

function lead(entry: Entry, now: Now): Line {
  const [reason, at] = pressing(entry, now);
  return line('lead', entry, reason, {
    about: { object: 'lead', id: entry.id },
    title: textOf(entry.name),
    who: distinct(textOf(entry.company)),
    note: textOf(entry.next_step),
    at,
    phone: phone(textOf(entry.name), entry.mobile, entry.phone),
  });
}

/** Names in a text are written with whose they are. */
const spoken = (body: unknown): string => textOf(body).replace(/@\[([^\]]+)\]\([^)]*\)/g, '@$1');

const mention = (entry: Entry): Line =>
  line('mention', entry, 'mention', {
    about: aboutOf(entry),
    title: spoken(entry['comment.body']) || spoken(entry['activity.body']) || textOf(entry.name),
    who: distinct(labelOf(entry.by) || textOf(entry.name)),
    at: textOf(entry.created_at),
  });

/** Somebody wrote or called, and nothing happened with them since. */
function reply(entry: Entry): Line | undefined {
  const at = textOf(entry.happened_at);
  const since = [
    entry['opportunity.last_activity_at'],
    entry['lead.last_activity_at'],
    ...(entry.opportunity ? [] : [entry['account.last_activity_at']]),
  ].some((last) => Date.parse(textOf(last)) > Date.parse(at));
  return since
    ? undefined
    : line('activity', entry, 'reply', {
        about: aboutOf(entry),
        title: textOf(entry.subject),
        at,
        ...customer(entry),
      });
}

const key = (about: About | undefined): string => (about ? `${about.object}/${about.id}` : '');

/** The earlier first in a group, so what is overdue for longest, but what is urgent or worth more before. */
function before(a: Line, b: Line): number {
  const worth = (of: Line) => Number(of.amount?.amount ?? 0);
  const score = (of: Line) => (typeof of.entry.score === 'number' ? of.entry.score : 0);
  switch (a.group) {
    case 'waiting':
      return (a.at ?? '').localeCompare(b.at ?? '');
    case 'due':
      return Number(b.urgent) - Number(a.urgent) || (a.at ?? '').localeCompare(b.at ?? '');
    case 'fresh':
      return score(b) - score(a) || (b.at ?? '').localeCompare(a.at ?? '');
    case 'cooling':
      return worth(b) - worth(a) || (a.at ?? '').localeCompare(b.at ?? '');
    case 'someday':
      return Number(b.urgent) - Number(a.urgent);
  }
}

/** In the order that matters, which is always the same. */
export const inOrder = (lines: Line[]): Line[] =>
  lines.toSorted(
    (a, b) =>
      groups.indexOf(a.group) - groups.indexOf(b.group) ||
      before(a, b) ||
      a.entry.id.localeCompare(b.entry.id),
  );

/** Whether it is a customer's own line, which one of a task or a reply stands for as well. */
const isCustomer = ({ object }: Line) => object === 'opportunity' || object === 'lead';

/** What is open, and still among it, where it stood, what was just done; that is still the one line of its customer. */
export function withDone(open: Line[], done: Line[]): Line[] {
  const stands = new Set(open.map(({ entry }) => entry.id));
  const still = done.filter(({ entry }) => !stands.has(entry.id));
  const covered = new Set(still.map((each) => key(each.about)));
  return inOrder([...open.filter((each) => !isCustomer(each) || !covered.has(key(each.about))), ...still]);
}

/** One list of everything, in the order that matters; a customer has one line, and that of a task says most. */
export function linesOf(found: Found, now: Now): Line[] {
  const replies = (found.activity ?? []).flatMap((entry) => reply(entry) ?? []);
  const waiting = new Map(replies.reverse().map((each) => [key(each.about) || each.key, each]));
  const tasks = (found.task ?? []).map((entry) => task(entry, now));
  const dated = tasks.filter((each) => each.at !== undefined);
  const covered = new Set([...waiting.values(), ...dated].map((each) => key(each.about)));
  const records = [
    ...(found.opportunity ?? []).map((entry) => deal(entry, now)),
    ...(found.lead ?? []).map((entry) => lead(entry, now)),
  ].filter((each) => !covered.has(key(each.about)));
  const all = [...waiting.values(), ...(found.mention ?? []).map(mention), ...tasks, ...records];
  return inOrder(all);
}
