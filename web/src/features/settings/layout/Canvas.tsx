import { useDraggable, useDroppable } from '@dnd-kit/core';
import { GripVertical, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { say, type Field } from '@/lib/meta';
import { Tag } from '@/ui/Tag';
import type { Kind } from './api';
import { partStepped, type Draft, type Part } from './draft';
import type { Held, Target } from './dragging';
import { FieldItem } from './FieldItem';
import { useStepping } from './useStepping';
import styles from './Layout.module.css';

interface Props {
  draft: Draft;
  fields: Map<string, Field>;
  kind: Kind;
  chosen: string | undefined;
  dragged: Held | undefined;
  onChoose: (part: string) => void;
  onChange: (draft: Draft) => void;
  onPart: () => void;
}

/** The page or form as it will be: sections as cards, fields as rows. */
export function Canvas(props: Props) {
  const { t } = useTranslation('layout');
  const { draft, onPart } = props;
  return (
    <section aria-label={t('title')} className={styles.canvas}>
      {draft.map((part) => (
        <Card key={part.id} {...props} part={part} />
      ))}
      {draft.length === 0 && <p className={styles.hint}>{t('empty')}</p>}
      <button type="button" className={styles.add} onClick={onPart}>
        <Plus size={16} strokeWidth={1.5} aria-hidden />
        {t('new_section')}
      </button>
    </section>
  );
}

function Card({ part, draft, fields, kind, chosen, dragged, onChoose, onChange }: Props & { part: Part }) {
  const { t } = useTranslation('layout');
  const label = say(part.label) || t('unnamed');
  const data: Held = { kind: 'part', name: part.id };
  const target: Target = { kind: 'part', id: part.id };
  const { setNodeRef: take, listeners } = useDraggable({ id: `part ${part.id}`, data });
  const { setNodeRef: put, isOver } = useDroppable({ id: `card ${part.id}`, data: target });
  const step = useStepping((by) => onChange(partStepped(draft, part.id, by)));
  return (
    <section
      ref={put}
      aria-label={label}
      className={styles.card}
      data-chosen={chosen === part.id}
      data-over={isOver && dragged?.kind === 'part'}
    >
      <header ref={take} className={styles.cardHead}>
        <button
          type="button"
          className={styles.grip}
          aria-label={t('move_section', { section: label })}
          title={t('move_hint')}
          {...listeners}
          {...step}
        >
          <GripVertical size={14} aria-hidden />
        </button>
        <button
          type="button"
          className={styles.cardName}
          aria-pressed={chosen === part.id}
          onClick={() => onChoose(part.id)}
        >
          {label}
        </button>
        {part.folded && (
          <Tag seed="folded" colour="grey">
            {t('folded')}
          </Tag>
        )}
        <span className={styles.count}>{part.fields.length}</span>
      </header>
      <ul className={styles.list}>
        {part.fields.map((name, at) => (
          <FieldItem
            key={name}
            name={name}
            field={fields.get(name)}
            place={{ part: part.id, at }}
            draft={draft}
            kind={kind}
            dragged={dragged}
            onChange={onChange}
          />
        ))}
        <End part={part} dragged={dragged} />
      </ul>
    </section>
  );
}

/** Below the last field, which in an empty section is all there is. */
function End({ part, dragged }: { part: Part; dragged: Held | undefined }) {
  const { t } = useTranslation('layout');
  const target: Target = { kind: 'field', place: { part: part.id, at: part.fields.length } };
  const { setNodeRef, isOver } = useDroppable({ id: `end ${part.id}`, data: target });
  return (
    <li
      ref={setNodeRef}
      className={styles.end}
      data-over={isOver && dragged?.kind === 'field'}
      data-empty={part.fields.length === 0}
    >
      {part.fields.length === 0 && t('empty_section')}
    </li>
  );
}
