import { DndContext, DragOverlay, useDraggable, useDroppable } from '@dnd-kit/core';
import { GripVertical } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDragging } from './dragging';
import { useStepping } from './useStepping';
import styles from './Layout.module.css';

interface Line {
  name: string;
  label: string;
  icon?: ReactNode;
  /** Whether people do not see it. */
  out?: boolean;
  /** What can be done with it besides moving it. */
  act: ReactNode;
}

interface Props {
  title: string;
  hint: string;
  lines: Line[];
  onMove: (from: number, to: number) => void;
  /** What stands below the lines. */
  children?: ReactNode;
}

/** What stands around the sections, line by line, moved among themselves by dragging or by keys. */
export function Ordered({ title, hint, lines, onMove, children }: Props) {
  const dragging = useDragging();
  const [dragged, drag] = useState<string>();
  const at = (name: string) => lines.findIndex((line) => line.name === name);
  return (
    <section aria-label={title} className={styles.card}>
      <header className={styles.aroundHead}>
        <h2 className={styles.heading}>{title}</h2>
        <p className={styles.hint}>{hint}</p>
      </header>
      <DndContext
        {...dragging}
        onDragStart={({ active }) => drag(String(active.id))}
        onDragCancel={() => drag(undefined)}
        onDragEnd={({ active, over }) => {
          drag(undefined);
          if (over && over.id !== active.id) {
            onMove(at(String(active.id)), at(String(over.id)));
          }
        }}
      >
        <ul className={styles.list}>
          {lines.map((line, i) => (
            <Row key={line.name} line={line} dragged={dragged} onStep={(by) => onMove(i, i + by)} />
          ))}
        </ul>
        <DragOverlay dropAnimation={null}>
          {dragged !== undefined && <span className={styles.dragged}>{lines[at(dragged)]?.label}</span>}
        </DragOverlay>
      </DndContext>
      {children && <footer className={styles.aroundFoot}>{children}</footer>}
    </section>
  );
}

interface RowProps {
  line: Line;
  dragged: string | undefined;
  onStep: (by: 1 | -1) => void;
}

function Row({ line: { name, label, icon, out, act }, dragged, onStep }: RowProps) {
  const { t } = useTranslation('layout');
  const { setNodeRef: take, listeners, isDragging } = useDraggable({ id: name });
  const { setNodeRef: put, isOver } = useDroppable({ id: name });
  const step = useStepping(onStep);
  return (
    <li
      ref={(node) => {
        take(node);
        put(node);
      }}
      className={styles.item}
      data-held={isDragging}
      data-onto={isOver && dragged !== name}
      data-out={out}
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
      {icon}
      <span className={styles.name}>{label}</span>
      {act}
    </li>
  );
}
