import { expect, test } from 'vitest';
import { pulse } from './api';

const now = Date.parse('2026-11-29T09:00:00Z');
const call = (
  state: 'waiting' | 'delivered' | 'failed',
  due_at: string | null = null,
  status: number | null = 503,
) => ({
  state,
  due_at,
  status,
  answer: null,
});

test('messages are looked at anew as long as one waits, the more often the sooner it goes', () => {
  expect(pulse([], now)).toBe(false);
  expect(pulse([call('delivered'), call('failed')], now)).toBe(false);
  expect(pulse([call('waiting', '2026-11-29T14:00:00Z'), call('failed')], now)).toBe(10_000);
  expect(pulse([call('waiting', '2026-11-29T14:00:00Z'), call('waiting')], now)).toBe(2_000);
  expect(pulse([call('waiting', '2026-11-29T08:59:59Z')], now)).toBe(2_000);
});

test('one that is on its way for the first time tells soon what became of it, whenever it would be tried next', () => {
  expect(pulse([call('waiting', '2026-11-29T09:04:00Z', null)], now)).toBe(2_000);
});
