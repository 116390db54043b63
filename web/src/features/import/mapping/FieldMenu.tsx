import { CircleSlash } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import { inOrder } from '@/records/list/columns';
import { FieldIcon } from '@/records/list/fieldIcon';
import { PickList, type Pick } from '@/ui/PickList';
import { missing, type Draft } from '../job/draft';
import styles from './FieldMenu.module.css';

interface Props {
  meta: ObjectMeta;
  fields: Field[];
  draft: Draft;
  current?: string | undefined;
  guessed?: string | null;
  /** Whether a column can be left out. */
  out: boolean;
  onPick: (field: Field | null) => void;
}

interface Item extends Pick {
  field: Field | null;
}

/** The fields: first what is needed and not filled yet, last what another column fills. */
export function FieldMenu({ meta, fields, draft, current, guessed, out, onPick }: Props) {
  const { t } = useTranslation('imports');
  const [text, type] = useState('');
  const said = text.trim().toLowerCase();
  const lacking = new Set(missing(draft, fields));
  const columnOf = new Map(
    draft.columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column] as const])),
  );
  const rank = (field: Field) =>
    lacking.has(field)
      ? 0
      : field.name === guessed
        ? 1
        : columnOf.has(field.name) && field.name !== current
          ? 3
          : 2;
  const groups = [t('menu.required'), t('menu.likely'), t('menu.all'), t('menu.taken')];
  const items: Item[] = inOrder(fields, meta)
    .filter((field) => say(field.label).toLowerCase().includes(said) || field.name.includes(said))
    .sort((a, b) => rank(a) - rank(b))
    .map((field) => ({
      key: field.name,
      field,
      label: say(field.label),
      icon: <FieldIcon type={field.type} />,
      group: groups[rank(field)],
      current: field.name === current,
      drawn:
        rank(field) === 3 ? (
          <>
            {say(field.label)} <span className={styles.taken}>{columnOf.get(field.name)}</span>
          </>
        ) : undefined,
    }));
  const leave: Item[] =
    out && said === ''
      ? [
          {
            key: ' ',
            field: null,
            label: t('map.leave_out'),
            icon: <CircleSlash size={16} strokeWidth={1.5} aria-hidden />,
          },
        ]
      : [];
  return (
    <PickList<Item>
      autoFocus
      items={[...leave, ...items]}
      text={text}
      onText={type}
      placeholder={t('menu.search')}
      empty={t('menu.empty')}
      onPick={({ field }) => onPick(field)}
    />
  );
}
