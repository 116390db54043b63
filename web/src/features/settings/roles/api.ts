import { answered, api } from '@/lib/api';
import { queryClient } from '@/lib/query';
import type { Role } from './grants';

async function done<T>(call: Promise<T>): Promise<T> {
  const answer = await call;
  await queryClient.invalidateQueries({ queryKey: ['roles'] });
  return answer;
}

export const addRole = (role: Role) => done(answered(api.POST('/api/v1/roles', { body: role })));

export const putRole = (role: Role) =>
  done(answered(api.PUT('/api/v1/roles/{name}', { params: { path: { name: role.name } }, body: role })));

export const deleteRole = (name: string) =>
  done(answered(api.DELETE('/api/v1/roles/{name}', { params: { path: { name } } })));
