import pickers from '@rc-component/picker/generate/dayjs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inZone } from '@/lib/format';
import { clockOf, momentOf, ownClock } from './zone';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-26T20:15:00Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

it.each(['Asia/Shanghai', 'America/New_York'])('now is now by the clock of the person in %s', (zone) => {
  inZone(zone);
  ownClock();
  expect(momentOf(pickers.getNow())).toBe('2026-11-26T20:15:00.000Z');
});

it('a moment is shown by the clock of the person and comes back the same', () => {
  inZone('Asia/Shanghai');
  expect(clockOf('2026-12-02T01:30:00Z').format('YYYY-MM-DD HH:mm')).toBe('2026-12-02 09:30');
  expect(momentOf(clockOf('2026-12-02T01:30:00Z'))).toBe('2026-12-02T01:30:00.000Z');
});
