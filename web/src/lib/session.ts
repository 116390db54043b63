import { queryOptions } from '@tanstack/react-query';
import { answered, api, calls, Problem, type Schemas } from './api';

export type Session = Schemas['Session'];

function entered(session: Session): Session {
  calls.csrf(session.csrf);
  return session;
}

/** Asks who is signed in; null for nobody. */
export async function readSession(): Promise<Session | null> {
  try {
    return entered(await answered(api.GET('/api/v1/session')));
  } catch (refused) {
    if (refused instanceof Problem && refused.status === 401) {
      return null;
    }
    throw refused;
  }
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Infinity,
  queryFn: readSession,
});

export async function signIn(login: string, password: string, tenant?: string): Promise<Session> {
  const body = tenant === undefined ? { login, password } : { login, password, tenant };
  return entered(await answered(api.POST('/api/v1/session', { body })));
}

export async function signOut(): Promise<void> {
  await answered(api.DELETE('/api/v1/session'));
  calls.csrf(undefined);
}
