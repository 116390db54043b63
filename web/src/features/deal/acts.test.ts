import { afterEach, expect, test, vi } from 'vitest';
import { closingDay } from './acts';

afterEach(() => vi.useRealTimers());

test('a deal that was to close later closes now, one that was to close before did', () => {
  vi.useFakeTimers({ now: new Date('2026-12-02T04:00:00Z') });
  expect(closingDay('2026-12-18')).toBe('2026-12-02');
  expect(closingDay('2026-11-30')).toBe('2026-11-30');
  expect(closingDay(null)).toBe('2026-12-02');
});
