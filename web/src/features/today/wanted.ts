import { momentOf, today } from '@/lib/days';
import { fieldOf, fieldsOf, type ObjectMeta } from '@/lib/meta';
import type { Filter, Wanted } from '@/lib/records';

/** After how many days without a contact something grows cold. */
const QUIET = 'last_14_days';
/** What is planned by then is not forgotten. */
const PLANNED = 'next_8_days';
/** How many days ahead something can be put off without being forgotten. */
export const FARTHEST = 7;
/** How long somebody who wrote may wait before we stop showing it. */
const ANSWERED = 'last_7_days';

/** Metadata of the objects that a person works with; absent are those that they may not read. */
export type Metas = Partial<Record<string, ObjectMeta>>;

export const sources = [
  'task',
  'opportunity',
  'lead',
  'mention',
  'comment',
  'activity',
  'contact',
  'account',
] as const;

const leaf = (field: string, op: 'eq' | 'lt' | 'in' | 'within', value: unknown): Filter => ({
  field,
  op,
  value,
});
const empty = (field: string): Filter => ({ field, op: 'empty' });
const and = (...of: Filter[]): Filter => ({ and: of });
const or = (of: Filter[]): Filter => ({ or: of });
const not = (of: Filter): Filter => ({ not: of });

export const mine = leaf('owner', 'eq', '$me');
/** Leads that nobody is done with. */
export const openLeads = leaf('status', 'in', ['new', 'working', 'qualified']);

/** Whether the person sees the field's values, over links where the path says so. */
export function sees(metas: Metas, object: string, path: string): boolean {
  const [first = '', rest] = path.split('.');
  const meta = metas[object];
  const field = meta && fieldOf(meta, first);
  if (!field || field.access === 'hidden') {
    return false;
  }
  return rest === undefined || (field.target !== undefined && sees(metas, field.target, rest));
}

/** Whether the fields can be compared, which masked ones cannot. */
const compares = (metas: Metas, object: string, ...fields: string[]): boolean =>
  fields.every(
    (name) => sees(metas, object, name) && metas[object] !== undefined && !masked(metas[object], name),
  );

const masked = (meta: ObjectMeta, name: string) => fieldOf(meta, name)?.access === 'masked';

function seen(metas: Metas, object: string, paths: string[]): string[] {
  return paths.filter((path) => sees(metas, object, path));
}

/** The end of today, as the person's clock has it. */
const tonight = () => momentOf(today(), '23:59:59.999');

/** Nothing happened for long, and nothing is to happen soon. */
const forgotten = and(
  not(leaf('last_activity_at', 'within', QUIET)),
  not(leaf('created_at', 'within', QUIET)),
  not(leaf('next_follow_up_at', 'within', PLANNED)),
);

const person = ['contact.name', 'contact.mobile', 'account.name'];

/** What there is to do; built of what the person may see, so that nothing is refused. */
const questions: Record<string, (metas: Metas) => Wanted | undefined> = {
  task: (metas) =>
    compares(metas, 'task', 'done_at', 'due_at')
      ? {
          filter: and(mine, empty('done_at'), or([leaf('due_at', 'lt', tonight()), empty('due_at')])),
          fields: [
            ...['subject', 'kind', 'due_at', 'priority', 'about', 'description', 'opportunity', 'lead'],
            ...['contact', 'account', 'lead.company', 'lead.mobile', 'opportunity.amount', ...person],
          ],
          sort: ['due_at'],
        }
      : undefined,
  opportunity: (metas) => {
    const late = compares(metas, 'opportunity', 'close_date');
    const planned = compares(metas, 'opportunity', 'next_follow_up_at');
    const quiet = planned && compares(metas, 'opportunity', 'last_activity_at');
    const any = [
      ...(late ? [leaf('close_date', 'lt', today())] : []),
      ...(planned ? [leaf('next_follow_up_at', 'lt', tonight())] : []),
      ...(quiet ? [forgotten] : []),
    ];
    const fields = ['name', 'account', 'amount', 'stage', 'close_date', 'next_follow_up_at', 'next_step'];
    return any.length > 0
      ? {
          filter: and(mine, leaf('status', 'eq', 'open'), or(any)),
          fields: [...fields, 'last_activity_at', 'created_at', ...person],
          sort: [sees(metas, 'opportunity', 'amount') ? '-amount' : 'close_date'],
        }
      : undefined;
  },
  lead: (metas) => {
    if (!compares(metas, 'lead', 'status', 'next_follow_up_at')) {
      return undefined;
    }
    const fresh = and(leaf('status', 'eq', 'new'), not(leaf('next_follow_up_at', 'within', PLANNED)));
    const quiet = compares(metas, 'lead', 'last_activity_at') ? [forgotten] : [];
    const fields = ['name', 'company', 'status', 'source', 'score', 'mobile', 'phone', 'next_step'];
    return {
      filter: and(mine, openLeads, or([fresh, leaf('next_follow_up_at', 'lt', tonight()), ...quiet])),
      fields: [...fields, 'next_follow_up_at', 'last_activity_at', 'created_at', 'assigned_at'],
      sort: ['-created_at'],
    };
  },
  mention: () => ({
    filter: and(mine, empty('seen_at')),
    fields: ['name', 'about', 'created_at', 'by', 'comment.body', 'activity.body'],
    sort: ['-created_at'],
  }),
  activity: (metas) =>
    compares(metas, 'activity', 'direction', 'happened_at')
      ? {
          filter: and(mine, leaf('direction', 'eq', 'inbound'), leaf('happened_at', 'within', ANSWERED)),
          fields: [
            ...['subject', 'kind', 'happened_at', 'about', 'opportunity', 'lead', 'contact', 'account'],
            ...['opportunity.last_activity_at', 'lead.last_activity_at', 'account.last_activity_at'],
            ...['opportunity.amount', 'lead.mobile', 'lead.company', ...person],
          ],
          sort: ['-happened_at'],
        }
      : undefined,
};

export const asking = ['task', 'opportunity', 'lead', 'mention', 'activity'] as const;
export type Asking = (typeof asking)[number];

/** What to ask of the object; nothing when there is nothing that the person may be told. */
export function wantedOf(metas: Metas, object: Asking): Wanted | undefined {
  const meta = metas[object];
  const wanted = meta && questions[object]?.(metas);
  if (!meta || !wanted) {
    return undefined;
  }
  const sort = (wanted.sort ?? []).filter((key) =>
    fieldsOf(meta).some((field) => field.name === key.replace('-', '') && field.sortable),
  );
  return {
    ...wanted,
    fields: seen(metas, object, wanted.fields ?? []),
    sort,
  };
}
