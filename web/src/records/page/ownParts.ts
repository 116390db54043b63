import type { ComponentType } from 'react';
import type { ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';

/** What a part of a page gets. */
export interface PartProps {
  meta: ObjectMeta;
  entry: Entry;
}

/** A part of the page that records of one object have of their own. */
export interface OwnPart {
  /** By which the address names it. */
  key: string;
  /** What it is called, in the language of the person. */
  title: () => string;
  /** The objects whose records it shows, where it is for those who read one of them. */
  shows?: string[];
  Part: ComponentType<PartProps>;
}

const parts = new Map<string, OwnPart[]>();

/** Objects that deserve more than facts, timeline and related records bring parts along; `features` says which. */
export function bringParts(object: string, own: OwnPart[]): void {
  parts.set(object, own);
}

export const ownParts = (object: string): OwnPart[] => parts.get(object) ?? [];
