import { describe, expect, it } from 'vitest';
import { rowsOf } from '@/lib/forest';
import type { Entry } from '@/lib/records';
import { groupOf, isHiddenAbove, topOf, within } from './group';

const account = (id: string, parent: string | null, last_activity_at: string | null = null): Entry => ({
  id,
  version: 1,
  name: id,
  parent: parent === null ? null : { id: parent, label: parent },
  last_activity_at,
});

const row = (id: string, status: string, count: number, amount: string) => ({
  account: { id, label: id },
  status,
  count,
  amount: { amount, currency: 'CNY' },
});

describe('a group of companies', () => {
  it('adds up what stands below, over all levels', () => {
    const forest = groupOf(
      [
        account('plant', 'trade', '2026-03-01'),
        account('holding', null, '2026-01-01'),
        account('trade', 'holding'),
      ],
      [
        row('holding', 'open', 1, '100.00'),
        row('trade', 'open', 2, '20.00'),
        row('trade', 'won', 1, '5.00'),
        row('plant', 'lost', 4, '900.00'),
        row('elsewhere', 'open', 9, '9.00'),
      ],
    );
    const [holding, trade, plant] = rowsOf(forest).map(({ tree }) => tree.item);
    expect(holding?.sum).toEqual({ open: 120, won: 5, deals: 8, last: '2026-03-01' });
    expect(holding?.own).toEqual({ open: 100, won: 0, deals: 1, last: '2026-01-01' });
    expect(trade?.sum).toEqual({ open: 20, won: 5, deals: 7, last: '2026-03-01' });
    expect([holding?.below, trade?.below, plant?.below]).toEqual([2, 1, 0]);
  });

  it('counts nothing twice where companies own each other', () => {
    const forest = groupOf(
      [account('a', 'b'), account('b', 'a')],
      [row('a', 'open', 1, '1'), row('b', 'open', 1, '1')],
    );
    expect(forest).toHaveLength(1);
    expect(forest[0]?.item.sum.open).toBe(2);
  });

  it('begins with the highest company that can be seen', () => {
    const above = (id: string) => ({ id, label: id });
    const one = { ...account('a', 'b'), 'parent.parent': above('c'), 'parent.parent.parent': null };
    expect(topOf(one, 'a')).toBe('c');
    expect(topOf(account('a', null), 'a')).toBe('a');
    const half = { ...account('a', 'b'), 'parent.parent': { hidden: true } };
    expect(topOf(half, 'a')).toBe('b');
    expect(isHiddenAbove(half)).toBe(true);
    expect(isHiddenAbove(one)).toBe(false);
  });

  it('is asked for as far as links reach', () => {
    expect(within(['x'], 'account')).toEqual({
      or: ['account', 'account.parent', 'account.parent.parent', 'account.parent.parent.parent'].map(
        (field) => ({
          field,
          op: 'in',
          value: ['x'],
        }),
      ),
    });
  });
});
