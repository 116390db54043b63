import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Show } from '@/fields/Show';
import { fieldOf, objectQuery, say } from '@/lib/meta';
import type { Item } from './item';

/** The outcome of a call or a visit: its field, and how it is called. */
export function useOutcome({ object, facts: { outcome } }: Item) {
  const { data: meta } = useQuery({ ...objectQuery(object), enabled: outcome !== undefined });
  const field = meta && fieldOf(meta, 'outcome');
  return { field, called: say(field?.choices?.find(({ code }) => code === outcome)?.label) };
}

/** What a call or a visit came to, and how long it took. */
export function CameTo({ item }: { item: Item }) {
  const { t } = useTranslation('record');
  const { field } = useOutcome(item);
  const { outcome, duration_minutes: minutes } = item.facts;
  return (
    <>
      {field && <Show field={field} value={outcome} />}
      {typeof minutes === 'number' && <span className="muted">{t('minutes', { count: minutes })}</span>}
    </>
  );
}
