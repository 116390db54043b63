import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsOf, objectQuery, say, type Field, type Label, type ObjectMeta } from '@/lib/meta';
import { PickList, type Pick } from '@/ui/PickList';
import { inOrder } from './columns';
import { FieldIcon } from './fieldIcon';
import { titleOf, type Reached } from './reach';

const HOPS = 2;

interface Place {
  path: string[];
  trail: Label[];
  object: string;
}

interface Item extends Pick {
  reached?: Reached;
  to?: Place;
  act?: () => void;
}

interface Props {
  meta: ObjectMeta;
  fits: (field: Field) => boolean;
  onPick: (reached: Reached) => void;
  placeholder: string;
  /** Over how many links it goes. */
  hops?: number;
  /** Which are chosen, where several can be. */
  checked?: (path: string) => boolean;
  /** Where the way back leads from the top level. */
  exit?: { label: string; act: () => void };
  /** One more thing to pick at the top level. */
  extra?: { label: string; icon: ReactNode; act: () => void };
}

const matches = (text: string, ...words: string[]) =>
  words.some((word) => word.toLowerCase().includes(text.trim().toLowerCase()));

/** The fields of the object, then those over its links, each opened when it is wanted. */
export function FieldPicker({ meta, fits, onPick, placeholder, hops = HOPS, checked, exit, extra }: Props) {
  const { t } = useTranslation('filter');
  const { t: common } = useTranslation();
  const [text, type] = useState('');
  const [places, open] = useState<Place[]>([]);
  const at = places.at(-1);
  const { data, isError } = useQuery({ ...objectQuery(at?.object ?? meta.name), enabled: at !== undefined });
  const here = at ? data : meta;
  const path = at?.path ?? [];
  const trail = at?.trail ?? [];
  const visible = here ? inOrder(fieldsOf(here), here).filter((field) => field.access !== 'hidden') : [];
  const go = (to: Place[]) => {
    open(to);
    type('');
  };

  const group = at
    ? titleOf({ trail: trail.slice(0, -1), field: { label: trail.at(-1) } as Field })
    : undefined;
  const fields: Item[] = visible
    .filter((field) => fits(field) && matches(text, say(field.label), field.name))
    .map((field) => {
      const reached = { path: [...path, field.name].join('.'), field, trail };
      return {
        key: reached.path,
        label: say(field.label),
        icon: <FieldIcon type={field.type} />,
        group,
        reached,
        ...(checked && { checked: checked(reached.path) }),
      };
    });
  const links: Item[] = visible
    .filter((field) => field.target !== undefined && path.length < hops)
    .filter((field) => matches(text, say(field.label), field.name))
    .map((field) => ({
      key: `${field.name} ›`,
      label: say(field.label),
      icon: <FieldIcon type={field.type} />,
      group: t('over_links'),
      leads: true,
      to: { path: [...path, field.name], trail: [...trail, field.label], object: field.target ?? '' },
    }));
  const more: Item[] =
    extra && !at && text === '' ? [{ key: '+', label: extra.label, icon: extra.icon, act: extra.act }] : [];

  return (
    <PickList<Item>
      key={path.join('.')}
      autoFocus
      items={[...more, ...fields, ...links]}
      text={text}
      onText={type}
      placeholder={placeholder}
      empty={here || isError ? t('no_field') : common('loading')}
      onBack={at ? () => go(places.slice(0, -1)) : exit?.act}
      back={at ? t('back', { name: say(places.length > 1 ? trail[0] : meta.label) }) : exit?.label}
      onPick={({ reached, to, act }) => {
        if (to) {
          go([...places, to]);
        } else if (reached) {
          onPick(reached);
        } else {
          act?.();
        }
      }}
    />
  );
}
