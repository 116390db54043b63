import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { api } from './api';
import { labelQuery } from './choices';
import { queryClient } from './query';

test('names that are wanted in the same moment are asked for together', async () => {
  queryClient.setQueryData(['meta', 'lead'], { name: 'lead', name_field: 'name', fields: [] });
  const items = [
    { id: 'a', name: '甲' },
    { id: 'b', name: '乙' },
  ];
  const ask = vi.spyOn(api, 'POST').mockResolvedValue({ data: { items }, response: new Response() });
  const queries = new QueryClient();
  const names = await Promise.all(['a', 'b', 'gone'].map((id) => queries.query(labelQuery('lead', id))));
  expect(names).toEqual(['甲', '乙', null]);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(ask.mock.calls[0]?.[1]).toMatchObject({
    body: { limit: 3, filter: { field: 'id', op: 'in', value: ['a', 'b', 'gone'] } },
  });
  await queries.query(labelQuery('lead', 'c'));
  expect(ask).toHaveBeenCalledTimes(2);
});
