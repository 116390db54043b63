import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';

const OFTEN = 5_000;
const key = ['demo_mails'];

/** What arrived, the newest first; asked again and again, since nothing tells of a mail. */
export const mailsQuery = queryOptions({
  queryKey: key,
  queryFn: async ({ signal }) => (await answered(api.GET('/api/v1/demo/mails', { signal }))).items,
  refetchInterval: OFTEN,
});

/** A mail with what it says, which stays as it is. */
export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, id],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/demo/mails/{id}', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });
