// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, it } from 'vitest';
import type { Draft } from './compose';
import { useDraft } from './useDraft';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

beforeEach(() => localStorage.clear());

/** Comes to where one writes about the record, writes that and leaves again; answers what was found there. */
function visit(id: string, wrote?: Partial<Draft>): Draft {
  let found: Draft = { text: '', named: {} };
  let write: (draft: Draft) => void = () => undefined;
  function Box() {
    [found, write] = useDraft('lead', id, 'call');
    return null;
  }
  const root = createRoot(document.createElement('div'));
  act(() => root.render(<Box />));
  const before = found;
  if (wrote) {
    act(() => write({ text: '', named: {}, ...wrote }));
  }
  act(() => root.unmount());
  return before;
}

it('whatever was begun is there when one comes back, a text or not', () => {
  visit('l1', { outcome: 'reached' });
  visit('l2', { next: 'send samples', dueAt: '2026-12-02T01:00:00Z' });
  expect(visit('l1')).toMatchObject({ outcome: 'reached' });
  expect(visit('l2')).toMatchObject({ next: 'send samples', dueAt: '2026-12-02T01:00:00Z' });
});

it('a day alone is nothing begun, and what was saved is gone', () => {
  visit('l1', { dueAt: '2026-12-02T01:00:00Z' });
  expect(visit('l1').dueAt).toBeUndefined();
  visit('l1', { text: 'called' });
  visit('l1', {});
  expect(visit('l1').text).toBe('');
});
