import type { ComponentType } from 'react';
import type { ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';

/** What a dialog of a verb's own gets. */
export interface VerbDialogProps {
  meta: ObjectMeta;
  entry: Entry;
  onClose: () => void;
}

const dialogs = new Map<string, ComponentType<VerbDialogProps>>();

/** Verbs by what the server says when only they lead where a plain change was to. */
const ways = new Map<string, string>();

/** Verbs that deserve more than a list of their inputs bring a dialog along; `features` says which. */
export function bringDialog(
  object: string,
  verb: string,
  dialog: ComponentType<VerbDialogProps>,
  refusal?: string,
): void {
  dialogs.set(`${object}/${verb}`, dialog);
  if (refusal !== undefined) {
    ways.set(`${object}/${refusal}`, verb);
  }
}

export const ownWay = (object: string, refusal: string) => ways.get(`${object}/${refusal}`);

export const ownDialog = (object: string, verb: string) => dialogs.get(`${object}/${verb}`);
