import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Ellipsis, GripVertical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { say, type Field } from '@/lib/meta';
import { FieldIcon } from '@/records/list/fieldIcon';
import { Menu, type MenuItem } from '@/ui/Menu';
import { Tag } from '@/ui/Tag';
import type { Kind } from './api';
import { stepped, withField, withoutField, type Draft, type Place } from './draft';
import type { Held, Target } from './dragging';
import { useStepping } from './useStepping';
import styles from './Layout.module.css';

interface Props {
  name: string;
  field: Field | undefined;
  place: Place;
  draft: Draft;
  kind: Kind;
  dragged: Held | undefined;
  onChange: (draft: Draft) => void;
}

/** A field on the canvas: dragged by its grip, moved by keys there, and by its menu. */
export function FieldItem({ name, field, place, draft, kind, dragged, onChange }: Props) {
  const { t } = useTranslation('layout');
  const label = say(field?.label) || name;
  const data: Held = { kind: 'field', name };
  const target: Target = { kind: 'field', place };
  const { setNodeRef: take, listeners, isDragging } = useDraggable({ id: `field ${name}`, data });
  const { setNodeRef: put, isOver } = useDroppable({ id: `row ${name}`, data: target });
  const step = useStepping((by) => onChange(stepped(draft, name, by)));
  const items: MenuItem[] = [
    { key: 'up', label: t('up'), run: () => onChange(stepped(draft, name, -1)) },
    { key: 'down', label: t('down'), run: () => onChange(stepped(draft, name, 1)) },
    ...draft
      .filter(({ id }) => id !== place.part)
      .map((part, i) => ({
        key: part.id,
        label: t('into', { section: say(part.label) || t('unnamed') }),
        apart: i === 0,
        run: () => onChange(withField(draft, name, { part: part.id, at: part.fields.length })),
      })),
    { key: 'out', label: t('take_out'), apart: true, run: () => onChange(withoutField(draft, name)) },
  ];
  return (
    <li
      ref={(node) => {
        take(node);
        put(node);
      }}
      className={styles.item}
      data-held={isDragging}
      data-over={isOver && dragged?.kind === 'field' && dragged.name !== name}
    >
      <button
        type="button"
        className={styles.grip}
        aria-label={t('move_field', { field: label })}
        title={t('move_hint')}
        {...listeners}
        {...step}
      >
        <GripVertical size={14} aria-hidden />
      </button>
      {field && <FieldIcon type={field.type} />}
      <span className={styles.name}>
        {label}
        {kind === 'form' && field?.required && <span className={styles.required}> *</span>}
      </span>
      {field?.hidden && (
        <Tag seed="hidden" colour="amber">
          {t('hidden')}
        </Tag>
      )}
      <Menu label={t('more_of', { field: label })} className={styles.more} items={items}>
        <Ellipsis size={16} aria-hidden />
      </Menu>
    </li>
  );
}
