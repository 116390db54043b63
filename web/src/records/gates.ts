import { createContext } from 'react';
import { Problem } from '@/lib/api';
import type { Field } from '@/lib/meta';
import type { Entry } from '@/lib/records';

/** What the server says of a move that waits for something that is done beside the record's fields. */
export const UNCHECKED = 'process.unchecked';
export const NEEDS_APPROVAL = 'process.needs_approval';
const REQUIRED = 'process.required';

const helped = new Set([UNCHECKED, NEEDS_APPROVAL, REQUIRED]);

/** Whether a process keeps the record from moving on until the person has done something. */
export const isGated = (refused: unknown): boolean =>
  refused instanceof Problem && refused.errors.some(({ code }) => helped.has(code));

/** A record that is to come on in a field. */
export interface Wish {
  object: string;
  entry: Entry;
  field: Field;
  to: string;
}

/** Asks for what the record lacks to come on, over whatever page it was changed on. */
export const CarryOnContext = createContext<((wish: Wish) => void) | undefined>(undefined);
