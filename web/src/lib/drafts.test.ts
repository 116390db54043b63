// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { drafts } from './drafts';
import { queryClient } from './query';
import { sessionQuery, type Session } from './session';

const enter = (id: string) => queryClient.setQueryData(sessionQuery.queryKey, { user: { id } } as Session);

afterEach(() => {
  localStorage.clear();
  queryClient.clear();
});

it('drafts are those of the person, and gone once the person has signed out', () => {
  enter('u1');
  drafts.keep('form.lead', { name: '张伟' });
  enter('u10');
  expect(drafts.read('form.lead')).toBeNull();
  drafts.keep('form.lead', { name: '李雷' });
  enter('u1');
  expect(drafts.read('form.lead')).toEqual({ name: '张伟' });
  drafts.clear();
  expect(drafts.read('form.lead')).toBeNull();
  enter('u10');
  expect(drafts.read('form.lead')).toEqual({ name: '李雷' });
});

it('who signs out while looking through somebody else leaves nothing behind', () => {
  enter('admin');
  drafts.keep('note.lead.1', '私下');
  queryClient.setQueryData(sessionQuery.queryKey, {
    user: { id: 'u1' },
    viewing: { by: { id: 'admin' } },
  } as Session);
  drafts.clear();
  expect(localStorage).toHaveLength(0);
});

it('what cannot be read is no draft', () => {
  enter('u1');
  localStorage.setItem('hemai.draft.u1.form.lead', '{');
  expect(drafts.read('form.lead')).toBeNull();
  drafts.drop('form.lead');
  expect(localStorage).toHaveLength(0);
});
