/** How long the rest of a work takes, judged by how it went since it was first seen. */
export interface Pace {
  /** Rows in a second. */
  rate: number;
  /** Seconds. */
  left: number;
}

interface Seen {
  at: number;
  processed: number;
}

const ENOUGH = 1_500;

/** Null until enough was seen to judge by. */
export function pace(first: Seen, now: Seen, total: number | null): Pace | null {
  const [time, rows] = [now.at - first.at, now.processed - first.processed];
  if (time < ENOUGH || rows <= 0 || total === null) {
    return null;
  }
  const rate = (rows / time) * 1000;
  return { rate, left: Math.max(0, total - now.processed) / rate };
}
