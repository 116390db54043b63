import { EyeOff, GripVertical, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import { Floating } from '@/ui/Floating';
import { FieldPicker } from '../FieldPicker';
import { FieldIcon } from '../fieldIcon';
import type { View } from '../useView';
import styles from './Arrange.module.css';

interface Props {
  meta: ObjectMeta;
  view: View;
  anchor: HTMLElement;
  onClose: () => void;
}

function moved(paths: string[], from: number, to: number): string[] {
  const next = paths.filter((_, i) => i !== from);
  next.splice(Math.min(Math.max(to, 0), next.length), 0, paths[from] ?? '');
  return next;
}

/** The columns in order, moved by dragging or ↑↓, and all that could be shown besides. */
export default function ColumnsPopover({ meta, view, anchor, onClose }: Props) {
  const { t } = useTranslation('list');
  const [adding, add] = useState(false);
  const [dragged, drag] = useState<string>();
  const columns = view.columns.filter((column) => column.name !== meta.name_field);
  const paths = columns.map((column) => column.name);
  const toggle = (path: string) =>
    view.arrange(paths.includes(path) ? paths.filter((each) => each !== path) : [...paths, path]);
  const move = (from: number, to: number) => view.arrange(moved(paths, from, to));
  const over = (to: number) => {
    const from = paths.indexOf(dragged ?? '');
    if (from >= 0 && from !== to) {
      move(from, to);
    }
  };
  return (
    <Floating anchor={anchor} label={t('columns')} onClose={onClose} width={288} align="end">
      {adding ? (
        <FieldPicker
          meta={meta}
          fits={(field) => field.type !== 'id'}
          placeholder={t('columns_search')}
          exit={{ label: t('columns'), act: () => add(false) }}
          checked={(path) => paths.includes(path)}
          onPick={({ path }) => toggle(path)}
        />
      ) : (
        <div className={styles.rows}>
          <button type="button" className={styles.add} onClick={() => add(true)}>
            <Plus size={14} aria-hidden />
            {t('columns_add')}
          </button>
          {columns.map((column, i) => (
            <Line
              key={column.name}
              column={column}
              dragged={dragged === column.name}
              onDrag={() => drag(column.name)}
              onOver={() => over(i)}
              onDrop={() => drag(undefined)}
              onMove={(by) => move(i, i + by)}
              onHide={() => toggle(column.name)}
            />
          ))}
          <button type="button" className={styles.quiet} onClick={() => view.arrange(undefined)}>
            {t('columns_usual')}
          </button>
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
}

function Line({ column, dragged, onDrag, onOver, onDrop, onMove, onHide }: LineProps) {
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
      <button
        type="button"
        className={styles.icon}
        title={t('column_hide', { field: label })}
        aria-label={t('column_hide', { field: label })}
        onClick={onHide}
      >
        <EyeOff size={14} aria-hidden />
      </button>
    </div>
  );
}
