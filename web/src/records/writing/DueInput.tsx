import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Edit, isEditable } from '@/fields/Edit';
import { fieldOf, objectQuery } from '@/lib/meta';
import chip from '@/ui/Chip.module.css';
import { ahead, nameOf, type When } from './whens';
import styles from './DueInput.module.css';

interface Props {
  /** A moment, or what was typed and is none; empty for no time. */
  value: string;
  /** What is offered at one press. */
  offers: When[];
  onChange: (moment: string) => void;
}

/** When a task is to be done: at a press, or by day and time. */
export function DueInput({ value, offers, onChange }: Props) {
  const { t } = useTranslation('calling');
  const id = useId();
  const { data: task } = useQuery(objectQuery('task'));
  const due = task && fieldOf(task, 'due_at');
  if (!due || !isEditable(due)) {
    return null;
  }
  return (
    <div role="group" aria-label={t('next_when')} className={styles.due}>
      {ahead(offers).map(({ when, at }) => (
        <button
          key={when}
          type="button"
          className={chip.chip}
          aria-pressed={value === at}
          onClick={() => onChange(value === at ? '' : at)}
        >
          {nameOf(when)}
        </button>
      ))}
      <label htmlFor={id} className="sr-only">
        {t('next_at')}
      </label>
      <span className={styles.at}>
        <Edit
          id={id}
          field={due}
          value={value === '' ? null : value}
          onChange={(next) => onChange(typeof next === 'string' ? next : '')}
        />
      </span>
    </div>
  );
}
