import { describe, expect, it } from 'vitest';
import { firstDay, kindsOf, levelOf, longestQuiet, monthsOf, weeksOf } from './weeks';

const TODAY = '2026-11-26';

describe('weeks of a year', () => {
  it('begin on a Monday a year ago and end with the one that is running', () => {
    const weeks = weeksOf([], TODAY);
    expect(firstDay(TODAY)).toBe('2025-11-24');
    expect(weeks).toHaveLength(53);
    expect(weeks[0]?.monday).toBe('2025-11-24');
    expect(weeks.at(-1)?.monday).toBe('2026-11-23');
  });

  it('hold what was counted in them, kind by kind, and nothing from outside', () => {
    const weeks = weeksOf(
      [
        { happened_at: '2026-11-23', kind: 'call', count: 3 },
        { happened_at: '2026-11-23', kind: 'visit', count: 1 },
        { happened_at: '2025-11-24', kind: 'call', count: 2 },
        { happened_at: '2025-11-17', kind: 'call', count: 9 },
      ],
      TODAY,
    );
    expect(weeks.at(-1)).toEqual({ monday: '2026-11-23', n: 4, kinds: { call: 3, visit: 1 } });
    expect(weeks.reduce((sum, { n }) => sum + n, 0)).toBe(6);
    expect(kindsOf(weeks)).toEqual([
      ['call', 5],
      ['visit', 1],
    ]);
  });

  it('belong to the month of their Monday, none of which is missing', () => {
    const months = monthsOf(weeksOf([], TODAY));
    expect(months.map(({ month }) => month.slice(0, 7))).toHaveLength(13);
    expect(months.flatMap(({ weeks }) => weeks)).toHaveLength(53);
    expect(months[0]).toMatchObject({ month: '2025-11-01', weeks: [{ monday: '2025-11-24' }] });
  });

  it('are as warm as they are busy', () => {
    expect([0, 1, 4, 5, 8].map((n) => levelOf(n, 8))).toEqual([0, 1, 2, 3, 4]);
    expect(levelOf(1, 1000)).toBe(1);
  });

  it('tell the longest silence', () => {
    const weeks = [0, 1, 0, 0, 0, 2, 0, 0].map((n) => ({ monday: TODAY, n, kinds: {} }));
    expect(longestQuiet(weeks)).toBe(3);
    expect(longestQuiet([])).toBe(0);
  });
});
