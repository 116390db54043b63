import { Button, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Edit } from '@/fields/Edit';
import { everyFieldOf, say, useObjects, type Field, type ObjectMeta } from '@/lib/meta';
import { FieldIcon } from '@/records/list/fieldIcon';
import { Select } from '@/ui/Select';
import { toast } from '@/ui/toast';
import { FormDrawer } from '../FormDrawer';
import { filled, Names } from '../Names';
import { Part } from '../Part';
import { useSaving } from '../useSaving';
import { addField, changeField } from './api';
import { ChoicesEdit } from './ChoicesEdit';
import { CodePart } from './CodePart';
import { DependsOn } from './DependsOn';
import {
  choicesOf,
  draftOf,
  fieldChanges,
  freshDraft,
  newField,
  previewed,
  type FieldDraft,
} from './fieldDraft';
import styles from './FieldDrawer.module.css';
import { Traits } from './Traits';
import { TypeChoice } from './TypeChoice';
import { canBe, hasChoices, hasScale } from './types';

interface Props {
  meta: ObjectMeta;
  /** What is changed; a new one is made without it. */
  field?: Field;
  onClose: () => void;
}

const MOST_SCALE = 6;
const told = ['label', 'help', 'name', 'choices', 'depends_on', 'default', 'target', 'scale', 'format'];

/** Makes a field: first what kind of thing it holds, then how it is called and what it asks. */
export function FieldDrawer({ meta, field, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const id = useId();
  const [draft, setDraft] = useState<FieldDraft | undefined>(field && draftOf(field));
  const saving = useSaving(told);
  /** Whether it was to be made without saying where it leads. */
  const [aimless, setAimless] = useState(false);
  const { wrong } = saving;
  const title = field ? t('field.edit', { field: say(field.label) }) : t('field.new');
  if (!draft) {
    return (
      <FormDrawer title={title} onSave={() => undefined} onClose={onClose}>
        <TypeChoice onPick={(type) => setDraft(freshDraft(type))} />
      </FormDrawer>
    );
  }

  const change = (changes: Partial<FieldDraft>) => setDraft({ ...draft, ...changes });
  const own = field === undefined || field.custom === true;
  const send = async () => {
    if (field) {
      const changes = fieldChanges(field, draft);
      if (Object.keys(changes).length > 0) {
        await changeField(meta.name, field.name, changes);
      }
      toast.done(t('saved'));
    } else {
      await addField(meta.name, newField(draft, meta));
      toast.done(t('field.made', { field: say(filled(draft.label)) }));
    }
    onClose();
  };

  const save = () => {
    const lacks = !field && draft.type === 'link' && draft.target === undefined;
    setAimless(lacks);
    if (lacks) {
      document.getElementById(`${id}-target`)?.focus();
    } else {
      saving.save(send);
    }
  };

  return (
    <FormDrawer
      title={title}
      save={field ? common('save') : t('field.create')}
      saving={saving}
      first={`${id}-zh-CN`}
      onSave={save}
      onClose={onClose}
    >
      <div className={styles.type}>
        <FieldIcon type={draft.type} />
        <span className={styles.kind}>{t(`type.${draft.type}.name`, draft.type)}</span>
        {field ? (
          <span className={styles.fixed}>{t('field.type_fixed')}</span>
        ) : (
          <Button size="small" type="text" onClick={() => setDraft(undefined)}>
            {t('field.other_type')}
          </Button>
        )}
      </div>
      <Names
        id={id}
        needed
        zh={t('field.label_zh')}
        en={t('field.label_en')}
        value={draft.label}
        wrong={wrong.get('label')}
        onChange={(label) => change({ label })}
      />
      {!field && (
        <CodePart
          id={`${id}-code`}
          value={draft.code}
          wrong={wrong.get('name')}
          onChange={(typed) => change({ code: typed })}
        />
      )}
      <Own {...{ id, draft, field, wrong, aimless, change }} />
      {hasChoices(draft.type) && (
        <Part
          label={t('field.choices')}
          help={t('field.choices_help')}
          wrong={
            wrong.has('choices') && choicesOf(draft.choices).length === 0
              ? t('field.choices_none')
              : wrong.get('choices')
          }
        >
          <ChoicesEdit
            choices={draft.choices}
            movable={own}
            on={everyFieldOf(meta).find(({ name }) => name === draft.dependsOn)}
            onChange={(choices) => change({ choices })}
          />
        </Part>
      )}
      {hasChoices(draft.type) && field?.read_only !== true && (
        <DependsOn
          id={`${id}-depends`}
          meta={meta}
          field={field}
          value={draft.dependsOn}
          wrong={wrong.get('depends_on')}
          onChange={(dependsOn) =>
            change({ dependsOn, choices: draft.choices.map((choice) => ({ ...choice, when: [] })) })
          }
        />
      )}
      <Names
        id={`${id}-help`}
        long
        zh={t('field.help_zh')}
        en={t('field.help_en')}
        value={draft.help}
        wrong={wrong.get('help')}
        onChange={(help) => change({ help })}
      />
      {canBe.initial(draft.type) && field?.read_only !== true && (
        <Part
          id={`${id}-default`}
          label={t('field.default')}
          help={t('field.default_help')}
          wrong={wrong.get('default')}
        >
          <Edit
            id={`${id}-default`}
            field={previewed(draft)}
            value={draft.initial}
            wrong={wrong.has('default')}
            onChange={(initial) => change({ initial })}
          />
        </Part>
      )}
      <Traits id={id} draft={draft} field={field} change={change} />
    </FormDrawer>
  );
}

interface OwnProps {
  id: string;
  draft: FieldDraft;
  field: Field | undefined;
  wrong: Map<string, string>;
  aimless: boolean;
  change: (changes: Partial<FieldDraft>) => void;
}

/** What only some types ask. */
function Own({ id, draft, field, wrong, aimless, change }: OwnProps) {
  const { t } = useTranslation('settings');
  const objects = useObjects();
  if (field && !field.custom) {
    return null;
  }
  if (draft.type === 'link' && !field) {
    const targets = objects.filter(
      (o) => !o.personal && !o.traits.some((trait) => trait === 'unrecorded' || trait === 'read_only'),
    );
    return (
      <Part
        id={`${id}-target`}
        label={t('field.target')}
        help={t('field.target_help')}
        required
        wrong={aimless && draft.target === undefined ? t('field.target_missing') : wrong.get('target')}
      >
        <Select<string>
          id={`${id}-target`}
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.target ?? null}
          options={targets.map((o) => ({ value: o.name, label: say(o.label) }))}
          onChange={(target) => change({ target })}
        />
      </Part>
    );
  }
  if (hasScale(draft.type)) {
    return (
      <Part id={`${id}-scale`} label={t('field.scale')} wrong={wrong.get('scale')}>
        <InputNumber
          id={`${id}-scale`}
          min={0}
          max={MOST_SCALE}
          precision={0}
          value={draft.scale}
          onChange={(scale) => change({ scale: scale ?? 0 })}
        />
      </Part>
    );
  }
  if (draft.type === 'auto_number') {
    return (
      <Part
        id={`${id}-format`}
        label={t('field.format')}
        help={t('field.format_help')}
        wrong={wrong.get('format')}
      >
        <Input
          id={`${id}-format`}
          value={draft.format}
          maxLength={40}
          onChange={(event) => change({ format: event.target.value })}
        />
      </Part>
    );
  }
  return null;
}
