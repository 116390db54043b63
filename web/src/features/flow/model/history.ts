const MOST = 100;

/** What something was, is, and was again before it was taken back. */
export interface History<T> {
  past: T[];
  now: T;
  future: T[];
  /** What the last step was about; steps about the same, such as typing a text, are one. */
  about: string | undefined;
}

export const begun = <T>(now: T): History<T> => ({ past: [], now, future: [], about: undefined });

/** The next step; one that goes on with what the last was about belongs to that. */
export function stepped<T>(history: History<T>, next: T, about?: string): History<T> {
  if (next === history.now) {
    return history;
  }
  const goesOn = about !== undefined && about === history.about;
  return {
    past: goesOn ? history.past : [...history.past.slice(-MOST + 1), history.now],
    now: next,
    future: [],
    about,
  };
}

export function undone<T>({ past, now, future }: History<T>): History<T> | undefined {
  const before = past.at(-1);
  return before === undefined
    ? undefined
    : { past: past.slice(0, -1), now: before, future: [now, ...future], about: undefined };
}

export function redone<T>({ past, now, future }: History<T>): History<T> | undefined {
  const [after, ...rest] = future;
  return after === undefined
    ? undefined
    : { past: [...past, now], now: after, future: rest, about: undefined };
}
