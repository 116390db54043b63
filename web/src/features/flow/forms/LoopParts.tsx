import { useQueries, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldOf, fieldsOf, objectQuery, say, useObjects, type ObjectMeta } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import { Select } from '@/ui/Select';
import { forFlows } from '../api';
import { wrongWith } from '../model/errors';
import type { Input } from '../model/tree';
import { Conditions } from './Conditions';
import styles from './Forms.module.css';
import { Part } from './Part';
import type { PartsProps } from './TimeParts';

/** A way to other records: by their link to this one, or by this one's own. */
interface Relation {
  key: string;
  input: { object?: string; link: string };
  label: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const keyOf = ({ object, link }: Input): string => (text(link) === '' ? '' : `${text(object)}.${text(link)}`);

/** The records that lead to one of the object, and those to which it leads itself. */
function useRelations(meta: ObjectMeta): { here: Relation[]; own: Relation[] } {
  const { t } = useTranslation('flow');
  const objects = useObjects();
  const usable = (name: string | undefined) => {
    const found = objects.find((each) => each.name === name);
    return found && forFlows(found) && found.can.read === true ? found : undefined;
  };
  const inverses = meta.inverses.filter(({ object }) => usable(object));
  const objectsHere = [...new Set(inverses.map(({ object }) => object))];
  const metas = useQueries({
    queries: objectsHere.map((name) => objectQuery(name)),
    combine: (found) => new Map(found.flatMap(({ data }) => (data ? [[data.name, data] as const] : []))),
  });
  const here = inverses.flatMap(({ object, field }): Relation[] => {
    const known = metas.get(object);
    const link = known && fieldOf(known, field);
    const label = say(usable(object)?.label);
    return !known || (link && !link.hidden && link.access !== 'hidden')
      ? [
          {
            key: keyOf({ object, link: field }),
            input: { object, link: field },
            label: link ? t('loop.by', { object: label, field: say(link.label) }) : label,
          },
        ]
      : [];
  });
  const own = fieldsOf(meta)
    .filter(({ type, target, access }) => type === 'link' && access !== 'hidden' && usable(target))
    .map(({ name, label }) => ({ key: keyOf({ link: name }), input: { link: name }, label: say(label) }));
  return { here, own };
}

/** For which records the steps of a loop are done. */
export function LoopParts({ meta, input, wrong, onChange }: PartsProps) {
  const { t } = useTranslation('flow');
  const id = useId();
  const { here, own } = useRelations(meta);
  const chosen = keyOf(input);
  const object = text(input.object) || fieldOf(meta, text(input.link))?.target;
  const { data: related } = useQuery({ ...objectQuery(object ?? ''), enabled: object !== undefined });
  const options = ({ key, label }: Relation) => ({ value: key, label });
  const problem =
    wrongWith(wrong, 'input.link') ??
    wrongWith(wrong, 'input.object') ??
    wrong?.find(({ member }) => member === 'input')?.message;
  return (
    <>
      <Part id={id} label={t('loop.over')} required wrong={problem}>
        <Select<string>
          id={id}
          className={styles.wide ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('loop.choose')}
          {...(problem !== undefined && { status: 'error' as const })}
          value={chosen === '' ? null : chosen}
          options={[
            { label: t('loop.here'), options: here.map(options) },
            { label: t('loop.own'), options: own.map(options) },
          ].filter((group) => group.options.length > 0)}
          onChange={(key: string) => {
            const relation = [...here, ...own].find((each) => each.key === key);
            if (relation) {
              onChange(relation.input);
            }
          }}
        />
      </Part>
      {related && chosen !== '' && (
        <Part label={t('loop.when')} help={t('loop.when_hint')} wrong={wrongWith(wrong, 'input.when')}>
          <Conditions
            key={chosen}
            meta={related}
            filter={input.when as Filter | undefined}
            onChange={(when) => onChange({ ...input, when })}
          />
        </Part>
      )}
    </>
  );
}
