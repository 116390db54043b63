import { useTranslation } from 'react-i18next';
import { say, type ObjectMeta } from '@/lib/meta';
import type { ViewChoice } from './choices';

/** What views are called: in full, and in short beside others of the object. */
export function useViewName(meta: ObjectMeta): (choice: ViewChoice) => { full: string; short: string } {
  const { t } = useTranslation('views');
  const object = say(meta.plural);
  return ({ builtIn, saved }) =>
    builtIn
      ? { full: t(`built_in.${builtIn}`, { object }), short: t(`short.${builtIn}`) }
      : { full: saved?.name ?? '', short: saved?.name ?? '' };
}
