import { useState } from 'react';

/** The value as it was first, for as long as it says the same. */
export function useStable<T>(value: T): T {
  const [kept, keep] = useState(value);
  if (kept !== value && JSON.stringify(kept) !== JSON.stringify(value)) {
    keep(value);
    return value;
  }
  return kept;
}
