const DAY = 86_400_000;

/** After how many days in a stage a record is slow, where nobody says otherwise. */
export const USUAL_LIMIT = 7;

/** How long something has been somewhere, and how much of the time it may take is gone. */
export interface Age {
  days: number;
  /** From 0 to 1. */
  gone: number;
  over: boolean;
}

export function ageOf(since: string, limit: number, now = Date.now()): Age {
  const passed = Math.max(0, now - Date.parse(since)) / DAY;
  return { days: Math.floor(passed), gone: Math.min(1, passed / limit), over: passed > limit };
}
