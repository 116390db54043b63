import { ownOf } from '../brought';

const dialogsOf = (object: string) => Object.entries(ownOf(object).dialogs ?? {});

/** The verb that alone leads where a plain change was to, by what the server says of that. */
export const ownWay = (object: string, refusal: string): string | undefined =>
  dialogsOf(object).find(([, dialog]) => dialog.refusal === refusal)?.[0];

export const ownDialog = (object: string, verb: string) => ownOf(object).dialogs?.[verb]?.Dialog;
