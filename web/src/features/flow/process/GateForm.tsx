import { Button, Checkbox, Input } from 'antd';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { canEdit } from '@/fields/Edit';
import { inARow } from '@/lib/format';
import type { Field, ObjectMeta } from '@/lib/meta';
import { isWritable } from '@/records/path/move';
import { IconButton } from '@/ui/IconButton';
import type { Kinds } from '../api';
import { Conditions } from '../forms/Conditions';
import { FieldChoice } from '../forms/FieldChoice';
import forms from '../forms/Forms.module.css';
import { Inputs } from '../forms/Inputs';
import { Part } from '../forms/Part';
import { wrongWith, type Wrong } from '../model/errors';
import { ChecklistForm } from './ChecklistForm';
import { within } from './errors';
import type { Condition, Gate } from './model';
import styles from './Process.module.css';
import { WhoForm } from './WhoForm';

interface Props {
  meta: ObjectMeta;
  /** Through whose values the records move. */
  field: Field;
  kinds: Kinds;
  gate: Gate;
  /** A key for a new item that none has. */
  freshKey: string;
  wrong: Wrong[];
  onChange: (gate: Gate, about?: string) => void;
}

/** What it takes to come there. */
export function GateForm({ meta, field, kinds, gate, freshKey, wrong, onChange }: Props) {
  const { t } = useTranslation('process');
  const id = useId();
  const { required, conditions, checklist, who, approval } = gate;
  const asks = kinds.steps.find(({ name }) => name === 'approval');
  return (
    <>
      <Part id={id} label={t('required')} help={t('required_hint')} wrong={wrongOf(wrong, 'required')}>
        <FieldChoice
          id={id}
          meta={meta}
          fits={(each) => isWritable(each) && canEdit(each.type) && each.name !== field.name}
          many
          value={required}
          wrong={wrongOf(wrong, 'required') !== undefined}
          onChange={(next) => onChange({ ...gate, required: Array.isArray(next) ? next.map(String) : [] })}
        />
      </Part>
      <ConditionsForm
        meta={meta}
        conditions={conditions}
        wrong={wrong}
        onChange={(next, about) => onChange({ ...gate, conditions: next }, about)}
      />
      <ChecklistForm
        items={checklist}
        freshKey={freshKey}
        wrong={wrong}
        onChange={(next, about) => onChange({ ...gate, checklist: next }, about)}
      />
      <WhoForm
        who={who}
        wrong={wrongOf(wrong, 'who')}
        onChange={(next) => onChange({ ...gate, who: next })}
      />
      <Part label={t('approval')} wrong={wrong.find(({ member }) => member === 'approval')?.message}>
        <Checkbox
          checked={approval !== undefined}
          onChange={({ target }) =>
            onChange({ ...gate, approval: target.checked ? { who: 'manager' } : undefined })
          }
        >
          {t('approval_needed')}
        </Checkbox>
      </Part>
      {approval && asks && (
        <Inputs
          kind={asks}
          meta={meta}
          input={approval}
          wrong={within(wrong, 'approval.')}
          onChange={(next, about) => onChange({ ...gate, approval: next }, about)}
        />
      )}
    </>
  );
}

/** What is wrong with a part, or with several things in it. */
function wrongOf(all: Wrong[], part: string): string | undefined {
  const own = all.filter(({ member }) => member === part || /^[.[]/.test(member.slice(part.length)));
  const found = own.filter(({ member }) => member.startsWith(part)).map(({ message }) => message);
  return found.length > 0 ? inARow([...new Set(found)]) : undefined;
}

interface ConditionsProps {
  meta: ObjectMeta;
  conditions: Condition[];
  wrong: Wrong[];
  onChange: (conditions: Condition[], about?: string) => void;
}

/** What the record has to fulfil, and what is said where it does not. */
function ConditionsForm({ meta, conditions, wrong, onChange }: ConditionsProps) {
  const { t } = useTranslation('process');
  const id = useId();
  const put = (at: number, by: Partial<Condition>, about?: string) =>
    onChange(
      conditions.map((each, i) => (i === at ? { ...each, ...by } : each)),
      about,
    );
  return (
    <Part label={t('conditions')} help={conditions.length === 0 ? t('conditions_hint') : undefined}>
      {conditions.map((condition, i) => {
        const place = `conditions[${i}]`;
        const problem = wrongWith(wrong, `${place}.when`) ?? wrongWith(wrong, place);
        const unsaid = wrongWith(wrong, `${place}.message`);
        return (
          <div key={i} role="group" aria-label={t('condition_n', { n: i + 1 })} className={forms.part}>
            <Conditions meta={meta} filter={condition.when} onChange={(when) => put(i, { when })} />
            <div className={styles.item}>
              <Input
                id={`${id}${i}`}
                aria-label={t('condition_message')}
                placeholder={t('condition_message')}
                maxLength={200}
                {...(unsaid !== undefined && { status: 'error' as const })}
                value={condition.message}
                onChange={({ target }) => put(i, { message: target.value }, `${place}.message`)}
              />
              <IconButton
                small
                label={t('remove_condition', { n: i + 1 })}
                onClick={() => onChange(conditions.filter((_, at) => at !== i))}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </div>
            {(unsaid ?? problem) !== undefined && (
              <p role="alert" className={forms.wrong}>
                {unsaid ?? problem}
              </p>
            )}
          </div>
        );
      })}
      <Button
        className={forms.add ?? ''}
        icon={<Plus size={14} aria-hidden />}
        onClick={() => onChange([...conditions, { when: undefined, message: '' }])}
      >
        {t('add_condition')}
      </Button>
    </Part>
  );
}
