import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { noteDown, type Noted } from './noting';

const made = vi.hoisted(() => vi.fn());
vi.mock('@/lib/changes', () => ({
  create: (object: string, values: object) => {
    made(object, values);
    return Promise.resolve({ id: object, version: 1 });
  },
}));

const call: Noted = {
  kind: 'call',
  text: '',
  called: '未联系上',
  outcome: 'not_reached',
  next: undefined,
  completes: false,
};
const about = { object: 'lead', id: 'a' };
const shared = { kind: 'call', about, direction: 'outbound', outcome: 'not_reached' };

test('a call of which nothing was said is called by its outcome, and has no text', async () => {
  await noteDown(new QueryClient(), about, call);
  expect(made).toHaveBeenLastCalledWith('activity', { ...shared, subject: '未联系上' });
  await noteDown(new QueryClient(), about, { ...call, text: '没人接' });
  expect(made).toHaveBeenLastCalledWith('activity', { ...shared, body: '没人接' });
});
