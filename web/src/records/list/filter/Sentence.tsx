import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import { titleOf, useReach } from '../reach';
import { chipsOf, conditionsOf, type Chip, type Condition, type How } from './chips';
import { listOf, wordOf } from './operators';
import { Values } from './Words';

/** A filter as a sentence to read. */
export function Sentence({ meta, filter }: { meta: ObjectMeta; filter: Filter }) {
  const { t } = useTranslation('filter');
  const chips = chipsOf(filter);
  const reach = useReach(
    meta,
    conditionsOf(chips).map((condition) => condition.field),
  );
  const one = (condition: Condition) => {
    const reached = reach(condition.field);
    const known = typeof reached === 'object' ? reached : undefined;
    return (
      <>
        {known ? titleOf(known) : condition.field}{' '}
        {t(`op.${wordOf(known?.field.type ?? 'text', condition.op)}`)}{' '}
        {known ? <Values field={known.field} condition={condition} /> : listOf(condition.value).join(', ')}
      </>
    );
  };
  const parts = (of: Chip[], how: How) =>
    of.map((chip, i) => (
      <Fragment key={i}>
        {i > 0 && ` ${t(how === 'all' ? 'also' : 'or')} `}
        {chip.kind === 'one' ? one(chip.condition) : chip.kind === 'opaque' ? t('opaque') : null}
        {chip.kind === 'group' && (
          <>
            {chip.how === 'none' && t('none')}
            {(of.length > 1 || chip.how === 'none') && t('open')}
            {parts(chip.of, chip.how)}
            {(of.length > 1 || chip.how === 'none') && t('shut')}
          </>
        )}
      </Fragment>
    ));
  return parts(chips, 'all');
}
