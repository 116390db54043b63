import { createContext } from 'react';
import type { Choosable } from '@/lib/choices';

/** A record that is wanted in a link and not there yet. */
export interface Wanted {
  object: string;
  /** What was looked for, its name to begin with. */
  name: string;
  onMade: (made: Choosable) => void;
}

/** Draws the form of what is wanted, over whatever asked; what may be made is told by `may`. */
export interface Creating {
  may: (object: string) => boolean;
  want: (wanted: Wanted) => void;
}

/** Without it nothing can be made inside a picker. */
export const CreatingContext = createContext<Creating | undefined>(undefined);
