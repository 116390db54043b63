/** By which the address names the list of the records that lead to one by a link. */
export const groupId = (object: string, field: string): string => `${object}-${field}`;
