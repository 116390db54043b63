import { useSyncExternalStore } from 'react';
import { calls } from '@/lib/api';
import { drafts } from '@/lib/drafts';
import { leaveFor } from '@/lib/leave';
import { queryClient } from '@/lib/query';
import { readSession, sessionQuery, signOut, type Session } from '@/lib/session';
import { forgetHere } from '@/records/list/views/memory';

let asking: Session | undefined;
let goOn: () => void = () => undefined;
let waiting: Promise<boolean> | undefined;
let leaving = false;
const listeners = new Set<() => void>();

function ask(of: Session | undefined): void {
  asking = of;
  listeners.forEach((tell) => tell());
}

export const samePerson = (a: Session, b: Session): boolean =>
  'id' in a.user && 'id' in b.user && a.user.id === b.user.id;

const never = () => new Promise<boolean>(() => undefined);

/** Goes on as the same person; another one begins at the start, with nothing of the former's on the screen. */
async function enter(session: Session, former: Session): Promise<boolean> {
  if (!samePerson(session, former)) {
    leaving = true;
    leaveFor('/');
    return never();
  }
  queryClient.setQueryData(sessionQuery.queryKey, session);
  ask(undefined);
  goOn();
  return true;
}

async function renew(): Promise<boolean> {
  const former = queryClient.getQueryData(sessionQuery.queryKey);
  if (!former || leaving) {
    return false;
  }
  // signed in anew in another window, perhaps
  const now = await readSession().catch(() => undefined);
  if (now === undefined) {
    return false;
  }
  if (now !== null) {
    return enter(now, former);
  }
  ask(former);
  return new Promise((resolve) => {
    goOn = () => resolve(true);
  });
}

const renewed = (): Promise<boolean> =>
  (waiting ??= renew().finally(() => {
    waiting = undefined;
  }));

calls.whenSessionEnds(renewed);

/** The other windows of this browser, which have the same session. */
const others = new BroadcastChannel('hemai.session');

/** Leaves nothing of the person's on the screen or in the browser. */
function left(): void {
  leaving = true;
  drafts.clear();
  forgetHere();
  leaveFor('/sign-in');
}

others.onmessage = left;

/** What becomes of a session that ends while somebody works: it is renewed over the page, and waiting calls go on. */
export const renewal = {
  /** Sees whether the session still holds, and asks to sign in when it does not. */
  async check(): Promise<void> {
    const now = await readSession();
    if (now === null) {
      await renewed();
      return;
    }
    const former = queryClient.getQueryData(sessionQuery.queryKey);
    if (former && !leaving) {
      await enter(now, former);
    }
  },
  enter,
  /** Ends the session on purpose. */
  async leave(): Promise<void> {
    leaving = true;
    try {
      await signOut();
      others.postMessage('left');
      left();
    } catch (error) {
      leaving = false;
      throw error;
    }
  },
};

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Whose session is over and must be renewed. */
export const useAsking = (): Session | undefined => useSyncExternalStore(subscribe, () => asking);
