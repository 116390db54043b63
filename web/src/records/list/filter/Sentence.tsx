import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import { titleOf, useReach } from '../reach';
import { chipsOf, conditionsOf, type Condition } from './chips';
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
  return chips.map((chip, i) => (
    <Fragment key={i}>
      {i > 0 && ` ${t('also')} `}
      {chip.kind === 'opaque'
        ? t('opaque')
        : chip.kind === 'one'
          ? one(chip.condition)
          : chip.of.map((condition, j) => (
              <Fragment key={j}>
                {j > 0 && ` ${t('or')} `}
                {one(condition)}
              </Fragment>
            ))}
    </Fragment>
  ));
}
