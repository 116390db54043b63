import { expect, test } from 'vitest';
import { leadActs, seldomOfLeads } from './acts';

const lead = { id: 'a', version: 1 };

test('who finds a lead in a pool claims it, an owner converts it, and then there is no more to do', () => {
  expect(leadActs({ ...lead, status: 'new', owner: null, pool: 'one' }).verbs).toEqual(['claim']);
  expect(leadActs({ ...lead, status: 'new', owner: null, pool: null }).verbs.at(-1)).toBe('convert');
  expect(leadActs({ ...lead, status: 'new', owner: 'me' }).verbs.at(-1)).toBe('convert');
  expect(leadActs({ ...lead, status: 'converted', owner: 'me' }).verbs).toEqual([]);
});

test('a lead is given back to all by whoever has it', () => {
  expect(seldomOfLeads.release({ ...lead, owner: { id: 'me' } })).toBe(true);
  expect(seldomOfLeads.release({ ...lead, owner: null })).toBe(false);
});
