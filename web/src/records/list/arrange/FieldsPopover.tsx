import { EyeOff, GripVertical, Pin, PinOff, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import { Floating } from '@/ui/Floating';
import { IconButton } from '@/ui/IconButton';
import { FieldPicker } from '../FieldPicker';
import { FieldIcon } from '../fieldIcon';
import { moved } from '../views/moved';
import styles from './Arrange.module.css';

export interface Popover {
  meta: ObjectMeta;
  anchor: HTMLElement;
  onClose: () => void;
}

interface Props extends Popover {
  label: string;
  add: string;
  fields: Field[];
  /** Shows these fields, or the usual ones. */
  onChange: (paths: string[] | undefined) => void;
  /** Fields that can stay where they are, and which do. */
  pinned?: { has: (path: string) => boolean; toggle: (path: string) => void };
  children?: ReactNode;
}

/** Fields in order, moved by dragging or ↑↓, and all that could be shown besides. */
export function FieldsPopover({
  meta,
  anchor,
  onClose,
  label,
  add: addLabel,
  fields,
  onChange,
  pinned,
  children,
}: Props) {
  const { t } = useTranslation('list');
  const { t: filter } = useTranslation('filter');
  const [adding, add] = useState(false);
  const [dragged, drag] = useState<string>();
  const paths = fields.map((field) => field.name);
  const toggle = (path: string) =>
    onChange(paths.includes(path) ? paths.filter((each) => each !== path) : [...paths, path]);
  const move = (from: number, to: number) => onChange(moved(paths, from, to));
  const over = (to: number) => {
    const from = paths.indexOf(dragged ?? '');
    if (from >= 0 && from !== to) {
      move(from, to);
    }
  };
  return (
    <Floating anchor={anchor} label={label} onClose={onClose} width={288} align="end">
      {adding ? (
        <FieldPicker
          meta={meta}
          fits={(field) => field.type !== 'id' && field.name !== meta.name_field}
          placeholder={filter('search_fields')}
          exit={{ label, act: () => add(false) }}
          checked={(path) => paths.includes(path)}
          onPick={({ path }) => toggle(path)}
        />
      ) : (
        <div className={styles.rows}>
          <button type="button" className={styles.add} onClick={() => add(true)}>
            <Plus size={14} aria-hidden />
            {addLabel}
          </button>
          {fields.map((field, i) => (
            <Line
              key={field.name}
              column={field}
              dragged={dragged === field.name}
              onDrag={() => drag(field.name)}
              onOver={() => over(i)}
              onDrop={() => drag(undefined)}
              onMove={(by) => move(i, i + by)}
              onHide={() => toggle(field.name)}
              pin={pinned && { on: pinned.has(field.name), toggle: () => pinned.toggle(field.name) }}
            />
          ))}
          <button type="button" className={styles.quiet} onClick={() => onChange(undefined)}>
            {t('columns_usual')}
          </button>
          {children}
        </div>
      )}
    </Floating>
  );
}

interface LineProps {
  column: Field;
  dragged: boolean;
  onDrag: () => void;
  onOver: () => void;
  onDrop: () => void;
  onMove: (by: number) => void;
  onHide: () => void;
  pin: { on: boolean; toggle: () => void } | undefined;
}

function Line({ column, dragged, onDrag, onOver, onDrop, onMove, onHide, pin }: LineProps) {
  const { t } = useTranslation('list');
  const label = say(column.label);
  return (
    <div
      className={styles.row}
      data-dragged={dragged}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        onDrag();
      }}
      onDragEnter={onOver}
      onDragOver={(event) => event.preventDefault()}
      onDragEnd={onDrop}
      onDrop={onDrop}
    >
      <button
        type="button"
        className={styles.grip}
        title={t('column_move')}
        aria-label={`${label}, ${t('column_move')}`}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
          if (by !== 0) {
            event.preventDefault();
            onMove(by);
          }
        }}
      >
        <GripVertical size={14} aria-hidden />
      </button>
      <FieldIcon type={column.type} />
      <span className={styles.name}>{label}</span>
      {pin && (
        <IconButton
          small
          label={t('column_pin', { field: label })}
          hint={t(pin.on ? 'column_unpin' : 'column_pin', { field: label })}
          aria-pressed={pin.on}
          onClick={pin.toggle}
        >
          {pin.on ? <PinOff size={14} aria-hidden /> : <Pin size={14} aria-hidden />}
        </IconButton>
      )}
      <IconButton small label={t('column_hide', { field: label })} onClick={onHide}>
        <EyeOff size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
