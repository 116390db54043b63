import { expect, test } from 'vitest';
import { Problem } from '@/lib/api';
import type { Field } from '@/lib/meta';
import { cardAt, missing, placedOf, within } from './errors';
import {
  emptyGate,
  freshKey,
  freshProcess,
  freshStep,
  gateAt,
  moved,
  readProcess,
  settled,
  sameProcess,
  wayOf,
  withGate,
  withoutState,
  writtenProcess,
} from './model';

const kept = {
  when: { field: 'pipeline', op: 'eq', value: 'default' },
  others: 'back',
  states: [
    { value: 'new', start: true },
    {
      value: 'offer',
      guide: 'Know the budget',
      steps: [{ id: 's1', do: 'task', input: { subject: 'Call' } }],
      stay: { days: 7, working: true, then_days: 3 },
    },
    { value: 'won' },
    { value: 'lost', aside: true },
  ],
  gates: [
    {
      id: 'g1',
      to: 'offer',
      required: ['amount'],
      conditions: [{ when: { field: 'amount', op: 'gt', value: 1 }, message: 'More' }],
      checklist: [{ key: 'c1', text: 'Budget known' }],
      who: { roles: ['sales'], owner: true },
      approval: { who: 'manager' },
    },
    { id: 'g2', to: 'won', from: ['new', 'offer'], required: ['close_date'] },
  ],
};
const process = readProcess(kept);

test('a definition is written as it was read, without what says nothing', () => {
  expect(writtenProcess(process)).toEqual(kept);
  expect(writtenProcess(readProcess(undefined))).toEqual({ others: 'allow', states: [], gates: [] });
  const [state] = readProcess({ states: [{ value: 'a', stay: { days: 0, working: true } }] }).states;
  expect(writtenProcess({ ...process, states: state ? [state] : [] })).toMatchObject({
    states: [{ value: 'a' }],
  });
});

test('definitions are the same whatever the order of their members', () => {
  const { gates, ...rest } = kept;
  expect(sameProcess(process, readProcess({ gates, ...rest }))).toBe(true);
  expect(sameProcess(process, readProcess({ ...kept, others: 'refuse' }))).toBe(false);
});

test('a new process takes the choices that can be chosen and hinders nobody', () => {
  const choices = ['a', 'old', 'lost'].map((code) => ({ code, active: code !== 'old' }));
  const fresh = freshProcess({ choices } as unknown as Field, (code) => code === 'lost');
  expect(writtenProcess(fresh)).toEqual({
    others: 'allow',
    states: [{ value: 'a' }, { value: 'lost', aside: true }],
    gates: [],
  });
});

test('a move is allowed by its own gate, by that of its state, or as all others are', () => {
  const way = (from: string, to: string, others = process.others) =>
    wayOf({ ...process, others }, { from, to });
  expect(way('new', 'won')).toBe('own');
  expect(way('lost', 'won')).toBe('none');
  expect(way('lost', 'won', 'allow')).toBe('others');
  expect(way('lost', 'new')).toBe('others');
  expect(way('new', 'offer')).toBe('entry');
  expect(way('new', 'lost')).toBe('others');
  expect(way('new', 'lost', 'refuse')).toBe('none');
  expect(way('offer', 'new')).toBe('others');
  expect(way('offer', 'new', 'refuse')).toBe('none');
  expect(way('new', 'lost', 'allow')).toBe('others');
});

test('what is entered only from some is not left out on the way, unless all is allowed', () => {
  const offer = gateAt(process, 'offer');
  const guarded = { ...process, gates: offer ? [{ ...offer, from: ['new'] }, emptyGate('won')] : [] };
  expect(wayOf(guarded, { from: 'new', to: 'won' })).toBe('none');
  expect(wayOf(guarded, { from: 'offer', to: 'won' })).toBe('entry');
  expect(wayOf(guarded, { from: 'lost', to: 'offer' })).toBe('none');
  expect(wayOf({ ...guarded, others: 'allow' }, { from: 'new', to: 'won' })).toBe('entry');
});

test('a gate of several moves loses one of them, and goes with the last', () => {
  const less = withGate(process, 'new>won', undefined);
  expect(gateAt(less, 'new>won')).toBeUndefined();
  expect(gateAt(less, 'offer>won')).toMatchObject({ id: 'g2', from: ['offer'] });
  expect(withGate(less, 'offer>won', undefined).gates.map(({ id }) => id)).toEqual(['g1']);
});

test('a gate is changed where it stands, and a new one comes behind the others', () => {
  const gate = gateAt(process, 'offer') ?? emptyGate('offer');
  expect(withGate(process, 'offer', { ...gate, required: [] }).gates.map(({ id }) => id)).toEqual([
    'g1',
    'g2',
  ]);
  expect(withGate(process, 'new>lost', emptyGate('lost', 'new')).gates.at(-1)).toMatchObject({
    to: 'lost',
    from: ['new'],
    id: 'g3',
  });
});

test('a gate without a name is called by its place, as ticks know it', () => {
  const { gates } = readProcess({ gates: [{ to: 'a' }, { id: 'x', to: 'b' }] });
  expect(gates.map(({ id }) => id)).toEqual(['0', 'x']);
});

test('a state goes with its gates, and out of those of others', () => {
  const less = withoutState(process, 'offer');
  expect(less.states.map(({ value }) => value)).toEqual(['new', 'won', 'lost']);
  expect(less.gates).toMatchObject([{ id: 'g2', from: ['new'] }]);
});

test('states change places, but for the first and the last', () => {
  expect(moved(process, 'offer', -1).states.map(({ value }) => value)).toEqual([
    'offer',
    'new',
    'won',
    'lost',
  ]);
  expect(moved(process, 'new', -1)).toBe(process);
});

test('new steps and items are called as none is', () => {
  expect(freshStep(process, 'task').id).toBe('s2');
  expect(freshKey(process)).toBe('c2');
});

test('what is refused stands beside what it is about', () => {
  expect(cardAt(process, 'gates[1].required')).toEqual({ card: 'new>won', member: 'gate.required' });
  expect(cardAt(process, 'states[1].stay.days')).toEqual({ card: 'offer', member: 'stay.days' });
  expect(cardAt(process, 'gates[0].approval.people')?.member).toBe('gate.approval.input.people');
  expect(cardAt(process, 'gates[7].to')).toBeUndefined();
  const errors = [
    { field: 'definition.states[1].steps[0].input.subject', code: 'x', message: 'Subject' },
    { field: 'when', code: 'x', message: 'When' },
  ];
  const { cards, rest } = placedOf(process, new Problem({ status: 422, code: 'x', errors }));
  expect(within(cards.get('offer'), 'steps[0].')).toEqual([{ member: 'input.subject', message: 'Subject' }]);
  expect(rest).toEqual(['When']);
});

test('a gate that asks nothing goes, unless it is what allows the move', () => {
  const empty = emptyGate('lost', 'new');
  expect(settled({ ...process, others: 'allow' }, 'new>lost', empty).gates).toHaveLength(2);
  expect(settled({ ...process, others: 'refuse' }, 'new>lost', empty).gates).toHaveLength(3);
  expect(settled(process, 'offer', emptyGate('offer')).gates).toHaveLength(2);
  expect(settled({ ...process, others: 'allow' }, 'offer', emptyGate('offer')).gates).toHaveLength(1);
});

test('what is not filled in is told before it is sent', () => {
  const words = { input: () => 'input', item: 'item', when: 'when', message: 'message' };
  const kinds = [{ name: 'task', inputs: [{ name: 'subject', label: {}, required: true }] }];
  expect(missing(process, kinds, words).cards.size).toBe(0);
  const half = readProcess({
    states: [{ value: 'a', steps: [{ do: 'task' }] }],
    gates: [
      { to: 'a', checklist: [{ key: 'k', text: ' ' }] },
      { to: 'a', from: ['b'], conditions: [{}] },
    ],
  });
  expect([...missing(half, kinds, words).cards]).toEqual([
    [
      'a',
      [
        { member: 'steps[0].input.subject', message: 'input' },
        { member: 'gate.checklist[0].text', message: 'item' },
      ],
    ],
    [
      'b>a',
      [
        { member: 'gate.conditions[0].when', message: 'when' },
        { member: 'gate.conditions[0].message', message: 'message' },
      ],
    ],
  ]);
});
