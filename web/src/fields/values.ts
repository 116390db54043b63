import type { Field } from '@/lib/meta';
import type { Link, Money } from '@/lib/records';
import { isNumber } from './typed';

/** What a field holds, once it is known to hold something. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : String(value));
export const asMoney = (value: unknown): Money => value as Money;
export const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
export const asLink = (value: unknown): Link => value as Link;

/** Whether there is nothing to show. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether it is what somebody typed and no value of the type; it stays as it is for the server to refuse. */
export function isUnread(type: string, value: unknown): boolean {
  if (isEmpty(value)) {
    return false;
  }
  if (type === 'date' || type === 'datetime') {
    return !/^\d{4}-\d{2}-\d{2}/.test(asText(value));
  }
  const text = type === 'money' && typeof value === 'object' ? asMoney(value).amount : value;
  return isNumeric(type) && !isNumber(asText(text));
}

/** What every drawing of a value gets. */
export interface Shown {
  field: Field;
  value: unknown;
  /** Whether there is room for all of it, as on the page of the record. */
  whole?: boolean | undefined;
  /** Whether there is room for one line alone, as in a list. */
  line?: boolean | undefined;
}

/** What every editor of a value gets; values are as records answer them, null when empty. */
export interface Edited extends Shown {
  onChange: (value: unknown) => void;
  id?: string;
  autoFocus?: boolean;
  /** Whether something is wrong with the value. */
  wrong?: boolean;
  /** What an empty editor says. */
  placeholder?: string;
  /** Whether what there is to choose from lies open from the beginning. */
  opened?: boolean;
  /** Called when what there was to choose from has closed. */
  onClosed?: () => void;
}

/** Runs it once what there was to choose from has told its choice: what was typed into a date comes a frame later. */
export const onceClosed = (act: () => void): void =>
  void requestAnimationFrame(() => requestAnimationFrame(act));

/** How what there is to choose from opens, and tells that it has closed. */
export const opening = ({ opened, onClosed }: Pick<Edited, 'opened' | 'onClosed'>) => ({
  defaultOpen: opened === true,
  onOpenChange: (open: boolean) => {
    if (!open && onClosed) {
      onceClosed(onClosed);
    }
  },
});

/** The value as the server takes it: a link by its id. */
export function written(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : (value ?? null);
}

const chosen = new Set(['choice', 'boolean', 'link', 'user', 'department', 'date', 'datetime']);

/** Whether a value is chosen from what opens beside it, which tells when it closes. */
export const isChosen = (type: string): boolean => chosen.has(type);

const atOnce = new Set(['file', 'image', 'rating']);

/** Whether a value is whole as soon as it is chosen, so that there is nothing to finish. */
export const isWholeAtOnce = (type: string): boolean => isChosen(type) || atOnce.has(type);

const ofLines = new Set(['long_text', 'rich_text']);

/** Whether Enter begins a new line of the value. */
export const hasLines = (type: string): boolean => ofLines.has(type);

const numeric = new Set(['integer', 'decimal', 'percent', 'money']);

/** Whether values stand under each other as numbers do. */
export const isNumeric = (type: string): boolean => numeric.has(type);
