import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { acted, remember } from './changes';
import { listQuery, recordQuery } from './records';

const row = { id: 'a', version: 1, name: '王芳', company: '旧公司' };

function filled() {
  const queries = new QueryClient();
  const { queryKey } = listQuery('lead', {});
  queries.setQueryData(queryKey, {
    pages: [{ items: [row], next: null }],
    pageParams: [{ at: 0, after: null }],
  });
  return { queries, rowNow: () => queries.getQueryData(queryKey)?.pages[0]?.items[0] };
}

test('a row keeps to its own columns', () => {
  const { queries, rowNow } = filled();
  remember(queries, 'lead', { id: 'a', version: 2, name: '王芳', company: '新公司', title: '经理' });
  expect(rowNow()).toEqual({ ...row, version: 2, company: '新公司' });
  expect(queries.getQueryData(recordQuery('lead', 'a').queryKey)?.title).toBe('经理');
});

test('what a row knows is not taken for the whole record', () => {
  const { queries, rowNow } = filled();
  remember(queries, 'lead', { ...row, company: '新公司' }, false);
  expect(rowNow()?.company).toBe('新公司');
  expect(queries.getQueryData(recordQuery('lead', 'a').queryKey)).toBeUndefined();
});

test('a record is kept as a verb answered it; an answer of the verb’s own is none', async () => {
  const { queries, rowNow } = filled();
  const { queryKey } = recordQuery('lead', 'a');
  await acted(queries, 'lead', row, { account: { id: 'b' } });
  expect(queries.getQueryData(queryKey)).toBeUndefined();
  await acted(queries, 'lead', row, { ...row, version: 2, title: '经理' });
  expect(queries.getQueryData(queryKey)).toMatchObject({ version: 2, title: '经理' });
  expect(rowNow()?.version).toBe(2);
  expect(queries.getQueryState(queryKey)?.isInvalidated).toBe(true);
});
