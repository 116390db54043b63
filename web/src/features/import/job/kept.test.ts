// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { drafts } from '@/lib/drafts';
import { queryClient } from '@/lib/query';
import { sessionQuery, type Session } from '@/lib/session';
import type { Import } from './api';
import type { Draft } from './draft';
import { forget, keep, kept } from './kept';

const job = (id: string) => ({ id }) as Import;
const draft = (step: string) => ({ step }) as unknown as Draft;
const signedIn = (id: string) =>
  queryClient.setQueryData(sessionQuery.queryKey, { user: { id } } as unknown as Session);

beforeEach(() => {
  localStorage.clear();
  signedIn('wang');
});

it('what one person entered is not there for another one at the same browser', () => {
  keep(job('1'), draft('mapping'));
  signedIn('li');
  expect(kept(job('1'))).toBeUndefined();
  keep(job('1'), draft('values'));
  drafts.clear();
  expect(kept(job('1'))).toBeUndefined();
  signedIn('wang');
  expect(kept(job('1'))).toEqual(draft('mapping'));
  forget(job('1'));
  expect(kept(job('1'))).toBeUndefined();
});

it('the five newest are kept, and other drafts beside them', () => {
  drafts.keep('form', { name: 'x' });
  for (const id of ['3', '1', '2', '4', '5', '6']) {
    keep(job(id), draft(id));
  }
  expect(['1', '2', '3', '4', '5', '6'].filter((id) => kept(job(id)))).toEqual(['2', '3', '4', '5', '6']);
  expect(drafts.read('form')).toEqual({ name: 'x' });
});
