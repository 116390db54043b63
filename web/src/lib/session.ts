import { queryOptions } from '@tanstack/react-query';
import { answered, api, calls, Problem, type Schemas } from './api';
import { inZone } from './format';
import { leaveFor } from './leave';
import { viewing } from './viewing';

export type Session = Schemas['Session'];

function entered(session: Session): Session {
  calls.csrf(session.csrf);
  inZone(session.time_zone);
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
  viewing.end();
  const body = tenant === undefined ? { login, password } : { login, password, tenant };
  return entered(await answered(api.POST('/api/v1/session', { body })));
}

/** Looks through the person's eyes from now on, in this window. */
export async function viewAs(person: string): Promise<void> {
  const call = api.POST('/api/v1/users/{id}/view', { params: { path: { id: person } } });
  viewing.begin((await answered(call)).id);
  leaveFor('/');
}

/** Goes on as oneself. */
export async function endViewing(): Promise<void> {
  const id = viewing.id();
  viewing.end();
  if (id !== undefined) {
    await answered(api.DELETE('/api/v1/viewings/{id}', { params: { path: { id } } }));
  }
}

export async function signOut(): Promise<void> {
  await endViewing().catch((refused: unknown) => {
    if (!(refused instanceof Problem)) {
      throw refused;
    }
    // it was over already
  });
  await answered(api.DELETE('/api/v1/session'));
  calls.csrf(undefined);
}
