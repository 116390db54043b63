import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Show } from '@/fields/Show';
import { fieldOf, objectQuery, say, type Field } from '@/lib/meta';
import type { Item } from './item';

/** The fields of what else is told of an item, such as what a call came to. */
export function useTold({ object, facts }: Item): Field[] {
  const names = Object.keys(facts);
  const { data: meta } = useQuery({ ...objectQuery(object), enabled: names.length > 0 });
  return meta ? names.flatMap((name) => fieldOf(meta, name) ?? []) : [];
}

/** Whether the words are no more than what one of the choices is called. */
export const isChoice = (words: string | null, told: Field[], { facts }: Item): boolean =>
  told.some(({ name, choices }) =>
    choices?.some(({ code, label }) => code === facts[name] && say(label) === words),
  );

/** A number says its unit by its name. */
const inMinutes = ({ name }: Field): boolean => name.endsWith('_minutes');

/** What else is told of an item: what it came to, how long it took. */
export function CameTo({ told, facts }: { told: Field[]; facts: Item['facts'] }) {
  const { t } = useTranslation('record');
  return told.map((field) => {
    const value = facts[field.name];
    return typeof value === 'number' && inMinutes(field) ? (
      <span key={field.name} className="muted">
        {t('minutes', { count: value })}
      </span>
    ) : (
      <Show key={field.name} field={field} value={value} />
    );
  });
}
