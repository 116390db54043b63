import { useTranslation } from 'react-i18next';
import { Select } from '@/ui/Select';
import { titleOf, type Reached } from '../reach';
import type { Condition, Op } from './chips';
import { forEditing, opsOf, valuesOf, withOp, wordOf } from './operators';
import { ValueEdit } from './ValueEdit';
import styles from './Filter.module.css';

interface Props {
  reached: Reached;
  condition: Condition;
  onChange: (condition: Condition) => void;
  onDone: () => void;
}

/** Changes the operator and the values of a condition; each change holds at once. */
export function ConditionEditor({ reached, condition, onChange, onDone }: Props) {
  const { t } = useTranslation('filter');
  const { field } = reached;
  const shown = forEditing(field, condition);
  const offered = opsOf(field);
  const ops = offered.includes(shown.op) ? offered : [shown.op, ...offered];
  return (
    <>
      <div className={styles.says}>
        <span className={styles.title}>{titleOf(reached)}</span>
        <Select<Op>
          size="small"
          variant="filled"
          aria-label={t('operator')}
          popupMatchSelectWidth={false}
          value={shown.op}
          options={ops.map((op) => ({ value: op, label: t(`op.${wordOf(field.type, op)}`) }))}
          onChange={(op: Op) => {
            onChange(withOp(shown, op));
            if (valuesOf(op) === 'none') {
              onDone();
            }
          }}
        />
      </div>
      <ValueEdit
        key={valuesOf(shown.op)}
        field={field}
        condition={shown}
        onValue={(value) => onChange({ ...shown, value })}
        onDone={onDone}
      />
    </>
  );
}
