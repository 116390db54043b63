import { ChevronDown, CircleSlash } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import { FieldIcon } from '@/records/list/fieldIcon';
import { Floating } from '@/ui/Floating';
import type { Guess } from '../job/api';
import type { Draft } from '../job/draft';
import { FieldMenu } from './FieldMenu';
import styles from './FieldButton.module.css';

interface Props {
  column: string;
  meta: ObjectMeta;
  fields: Field[];
  draft: Draft;
  guess: Guess;
  onPick: (field: Field | null) => void;
}

/** The field that a column fills; opens the choice of another. */
export function FieldButton({ column, meta, fields, draft, guess, onPick }: Props) {
  const { t } = useTranslation('imports');
  const [anchor, open] = useState<HTMLElement>();
  const name = draft.columns.find((each) => each.column === column)?.field;
  const field = fields.find((each) => each.name === name);
  const label = field ? say(field.label) : t('map.out');
  return (
    <>
      <button
        type="button"
        className={styles.button}
        data-empty={field === undefined}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        aria-label={t('map.field_of', { column, field: label })}
        onClick={(event) => open(anchor ? undefined : event.currentTarget)}
      >
        {field ? <FieldIcon type={field.type} /> : <CircleSlash size={16} strokeWidth={1.5} aria-hidden />}
        <span className={styles.label}>{label}</span>
        <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
      </button>
      {anchor && (
        <Floating
          anchor={anchor}
          label={t('map.choose_field', { column })}
          width={300}
          onClose={() => open(undefined)}
        >
          <FieldMenu
            meta={meta}
            fields={fields}
            draft={draft}
            current={field?.name}
            guessed={guess.field}
            out={field !== undefined}
            onPick={(picked) => {
              open(undefined);
              onPick(picked);
            }}
          />
        </Floating>
      )}
    </>
  );
}
