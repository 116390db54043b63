import { read, type Definition } from './tree';

/** The texts with which examples begin. */
export type Words = Record<
  | 'follow_task'
  | 'stage_task'
  | 'stage_way'
  | 'stage_big'
  | 'expiring_task'
  | 'expiring_way'
  | 'expiring_again'
  | 'approval_manager'
  | 'approval_way'
  | 'approval_director',
  string
>;

export const starterNames = ['follow', 'stage', 'expiring', 'approval'] as const;
export type StarterName = (typeof starterNames)[number];

/** An example to begin with. */
export interface Starter {
  object: string;
  definition: (words: Words) => Definition;
}

const CALL = 'call';
/** Within a working day. */
const SOON = { within_days: 1, working: true };

export const starters: Record<StarterName, Starter> = {
  follow: {
    object: 'lead',
    definition: (words) =>
      read({
        trigger: { kind: 'silent', input: { days: 3 } },
        when: { field: 'status', op: 'in', value: ['new', 'working'] },
        steps: [
          {
            id: 's1',
            do: 'task',
            input: { subject: words.follow_task, kind: CALL, priority: 'high', due_in_hours: 24 },
          },
        ],
      }),
  },
  stage: {
    object: 'opportunity',
    definition: (words) =>
      read({
        trigger: { kind: 'entered', input: { field: 'stage', values: ['proposal'] } },
        steps: [
          { id: 's1', do: 'task', input: { subject: words.stage_task, due_in_hours: 72 } },
          {
            id: 's2',
            do: 'branch',
            ways: [
              {
                name: words.stage_way,
                when: { field: 'amount', op: 'gt', value: '500000' },
                steps: [{ id: 's3', do: 'task', input: { subject: words.stage_big, priority: 'high' } }],
              },
            ],
          },
        ],
      }),
  },
  expiring: {
    object: 'opportunity',
    definition: (words) =>
      read({
        trigger: { kind: 'date', input: { field: 'close_date', days: -7, at: '09:00' } },
        when: { field: 'status', op: 'in', value: ['open'] },
        steps: [
          { id: 's1', do: 'task', input: { subject: words.expiring_task, due_in_hours: 72 } },
          { id: 's2', do: 'wait', input: { until: 'close_date', at: '09:00' } },
          {
            id: 's3',
            do: 'branch',
            ways: [
              {
                name: words.expiring_way,
                when: { field: 'status', op: 'in', value: ['open'] },
                steps: [
                  {
                    id: 's4',
                    do: 'task',
                    input: { subject: words.expiring_again, priority: 'high', due_in_hours: 24 },
                  },
                ],
              },
            ],
          },
        ],
      }),
  },
  approval: {
    object: 'opportunity',
    definition: (words) =>
      read({
        trigger: { kind: 'button' },
        when: { field: 'amount', op: 'gt', value: '500000' },
        steps: [
          {
            id: 's1',
            do: 'approval',
            input: { title: words.approval_manager, who: 'manager', ...SOON },
          },
          {
            id: 's2',
            do: 'branch',
            ways: [
              {
                name: words.approval_way,
                when: { field: 'amount', op: 'gt', value: '2000000' },
                steps: [
                  {
                    id: 's3',
                    do: 'approval',
                    input: { title: words.approval_director, who: 'manager', level: 2, ...SOON },
                  },
                ],
              },
            ],
          },
        ],
      }),
  },
};
