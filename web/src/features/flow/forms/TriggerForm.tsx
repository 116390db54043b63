import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { mid } from '@/lib/i18n';
import { say, type ObjectMeta } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import { Select } from '@/ui/Select';
import type { Kinds } from '../api';
import { wrongWith, type Wrong } from '../model/errors';
import type { Definition, Input } from '../model/tree';
import { Conditions } from './Conditions';
import styles from './Forms.module.css';
import { Inputs } from './Inputs';
import { Part } from './Part';

interface Props {
  meta: ObjectMeta;
  kinds: Kinds;
  definition: Definition;
  wrong: Wrong[] | undefined;
  onChange: (definition: Definition, about?: string) => void;
}

/** What starts the flow, and for which records. */
export function TriggerForm({ meta, kinds, definition, wrong, onChange }: Props) {
  const { t } = useTranslation('flow');
  const id = useId();
  const { trigger, when } = definition;
  const kind = kinds.triggers.find(({ name }) => name === trigger.kind);
  const give = (input: Input, about?: string) =>
    onChange({ ...definition, trigger: { ...trigger, input } }, about);
  return (
    <>
      <Part
        id={`${id}kind`}
        label={t('trigger_kind')}
        required
        help={say(kind?.help)}
        wrong={wrong?.find(({ member }) => ['kind', 'input', ''].includes(member))?.message}
      >
        <Select<string>
          id={`${id}kind`}
          className={styles.wide ?? ''}
          value={trigger.kind}
          options={kinds.triggers.map(({ name, label }) => ({ value: name, label: say(label) }))}
          onChange={(next: string) =>
            onChange({
              ...definition,
              trigger: {
                kind: next,
                input: next === 'silent' ? { days: 3 } : next === 'schedule' ? { at: '09:00' } : {},
              },
            })
          }
        />
      </Part>
      {kind && kind.inputs.length > 0 && (
        <Inputs key={kind.name} kind={kind} meta={meta} input={trigger.input} wrong={wrong} onChange={give} />
      )}
      <Part
        label={t('trigger_when')}
        help={t('trigger_when_hint', { object: mid(say(meta.label)) })}
        wrong={wrongWith(wrong, 'when')}
      >
        <Conditions
          meta={meta}
          filter={when}
          onChange={(next: Filter | undefined) => onChange({ ...definition, when: next })}
        />
      </Part>
    </>
  );
}
