import { useDraggable } from '@dnd-kit/core';
import { Input } from 'antd';
import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say, type Field } from '@/lib/meta';
import { FieldIcon } from '@/records/list/fieldIcon';
import type { Part } from './draft';
import type { Held } from './dragging';
import styles from './Layout.module.css';

interface Props {
  /** Those that stand nowhere yet. */
  fields: Field[];
  /** The section that takes what is chosen here. */
  into: Part | undefined;
  onField: (name: string) => void;
  onPart: () => void;
}

/** What can be added: a section, and the fields that stand in none. */
export function Palette({ fields, into, onField, onPart }: Props) {
  const { t } = useTranslation('layout');
  const [text, setText] = useState('');
  const said = text.trim().toLowerCase();
  const found = fields.filter((f) =>
    `${Object.values(f.label).join(' ')} ${f.name}`.toLowerCase().includes(said),
  );
  return (
    <div className={styles.palette}>
      <button type="button" className={styles.add} onClick={onPart}>
        <Plus size={16} strokeWidth={1.5} aria-hidden />
        {t('new_section')}
      </button>
      <h2 className={styles.heading}>{t('unplaced')}</h2>
      <p className={styles.hint}>{t('unplaced_hint')}</p>
      {fields.length > 0 && (
        <Input
          allowClear
          prefix={<Search size={14} aria-hidden />}
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ul className={styles.list}>
        {found.map((field) => (
          <Offer key={field.name} field={field} into={into} onField={onField} />
        ))}
      </ul>
      {found.length === 0 && <p className={styles.hint}>{t(said === '' ? 'all_placed' : 'none_found')}</p>}
    </div>
  );
}

function Offer({
  field,
  into,
  onField,
}: {
  field: Field;
  into: Part | undefined;
  onField: Props['onField'];
}) {
  const { t } = useTranslation('layout');
  const data: Held = { kind: 'field', name: field.name };
  const { setNodeRef, listeners } = useDraggable({ id: `offer ${field.name}`, data });
  const label = say(field.label);
  return (
    <li ref={setNodeRef} {...listeners}>
      <button
        type="button"
        className={styles.offer}
        disabled={!into}
        aria-label={into ? t('add_to', { field: label, section: say(into.label) }) : label}
        onClick={() => onField(field.name)}
      >
        <FieldIcon type={field.type} />
        <span className={styles.name}>{label}</span>
        <Plus size={14} strokeWidth={1.5} aria-hidden />
      </button>
    </li>
  );
}
