import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';

/** What roles there are; asked only by those who look after people or roles. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async () => (await answered(api.GET('/api/v1/roles'))).items,
});

/** Sets a password; one's own with the one that holds now. */
export const setPassword = (id: string, password: string, current?: string) =>
  answered(
    api.POST('/api/v1/users/{id}/password', {
      params: { path: { id } },
      body: { password, ...(current !== undefined && { current }) },
    }),
  );

const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const PARTS = 4;
const PART = 4;

/** A password that nobody guesses and that can still be read out. */
export function freshPassword(): string {
  const random = crypto.getRandomValues(new Uint32Array(PARTS * PART));
  const all = Array.from(random, (n) => LETTERS[n % LETTERS.length]).join('');
  return (all.match(/.{4}/g) ?? []).join('-');
}
