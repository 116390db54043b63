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

/** Verbs that deserve more than a list of their inputs bring a dialog along; `features` says which. */
export function bringDialog(object: string, verb: string, dialog: ComponentType<VerbDialogProps>): void {
  dialogs.set(`${object}/${verb}`, dialog);
}

export const ownDialog = (object: string, verb: string) => dialogs.get(`${object}/${verb}`);
