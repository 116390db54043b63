import { infiniteQueryOptions } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import { recordsKey, type Entry, type Filter, type Page, type Wanted } from '@/lib/records';
import { APPROVAL, TASK } from '@/records/approval/api';
import { toApprove } from '../places';

export const parts = ['todo', 'sent', 'done', 'copies'] as const;
export type Part = (typeof parts)[number];

const PAGE = 50;

const mine: Filter = { field: 'owner', op: 'eq', value: '$me' };
const of = (...more: Filter[]): Filter => ({ and: [mine, ...more] });
const among = (field: string, ...value: string[]): Filter => ({ field, op: 'in', value });

const TASK_FIELDS = [
  ...['name', 'about', 'submitter', 'kind', 'status', 'step_name', 'in_place_of'],
  ...['due_at', 'decided_at', 'comment', 'created_at'],
];

const wanted: Record<Part, Wanted & { object: string }> = {
  // what is late at the top
  todo: { object: TASK, filter: toApprove, sort: ['due_at', 'created_at'], fields: TASK_FIELDS },
  sent: {
    object: APPROVAL,
    filter: mine,
    sort: ['-created_at'],
    fields: ['name', 'about', 'status', 'step_name', 'due_at', 'settled_at', 'created_at'],
  },
  done: {
    object: TASK,
    filter: of(
      among('kind', 'sign', 'revise'),
      among('status', 'approved', 'refused', 'sent_back', 'handed_on', 'done'),
    ),
    sort: ['-decided_at'],
    fields: TASK_FIELDS,
  },
  copies: {
    object: TASK,
    filter: of(among('kind', 'copy')),
    sort: ['-created_at'],
    fields: TASK_FIELDS,
  },
};

/** The approvals of the part in which the person has to do with them. */
export const partQuery = (part: Part) => {
  const { object, ...body } = wanted[part];
  return infiniteQueryOptions({
    queryKey: [...recordsKey(object), 'part', part],
    queryFn: async ({ pageParam, signal }) => {
      const call = api.POST('/api/v1/records/{object}/query', {
        params: { path: { object } },
        body: { ...body, limit: PAGE, ...(pageParam !== null && { after: pageParam }) },
        signal,
      });
      const page: Page = await answered(call);
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
};

/** Whether the person decides on it, rather than mends it or knows of it. */
export const isToSign = ({ kind, status }: Entry): boolean => kind === 'sign' && status === 'pending';

/** Whether it was not looked at yet by who is to know of it. */
export const isUnread = ({ kind, status }: Entry): boolean => kind === 'copy' && status === 'pending';
