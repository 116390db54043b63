import { Button, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Show } from '@/fields/Show';
import { isEmpty } from '@/fields/values';
import { same, type Values } from '@/lib/changes';
import { say, type Field } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { whoOf } from '../meanwhile';
import styles from './ClashDialog.module.css';

interface Props {
  fields: Field[];
  /** The record when the person began to change it, and as somebody left it meanwhile. */
  base: Entry;
  theirs: Entry;
  mine: Values;
  busy: boolean;
  /** Takes what is chosen of each field. */
  onSave: (chosen: Values) => void;
  /** Goes back to what was being typed. */
  onClose: () => void;
}

/** Two people changed the same: both versions side by side, chosen field by field. */
export function ClashDialog({ fields, base, theirs, mine, busy, onSave, onClose }: Props) {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const id = useId();
  const [chosen, choose] = useState<Record<string, 'mine' | 'theirs'>>({});
  const name = whoOf(theirs) ?? t('clash.colleague');
  const of = (field: Field) => chosen[field.name] ?? 'mine';
  const save = () =>
    onSave(Object.fromEntries(fields.map((f) => [f.name, (of(f) === 'mine' ? mine : theirs)[f.name]])));
  const shown = (field: Field, value: unknown) =>
    isEmpty(value) ? <span className="muted">{t('nothing')}</span> : <Show field={field} value={value} />;

  return (
    <Modal
      open
      title={t('clash.title', { name })}
      onCancel={onClose}
      closable={false}
      width={520}
      footer={
        <>
          <Button onClick={onClose}>{t('clash.back')}</Button>
          <Button type="primary" loading={busy} onClick={save}>
            {common('save')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('clash.lead')}</p>
      {fields.map((field, i) => (
        <fieldset key={field.name} className={styles.field}>
          <legend>{say(field.label)}</legend>
          <div className={styles.sides}>
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side} className={styles.side}>
                <input
                  autoFocus={i === 0 && side === 'mine'}
                  type="radio"
                  name={`${id}-${field.name}`}
                  checked={of(field) === side}
                  onChange={() => choose({ ...chosen, [field.name]: side })}
                />
                <span className={styles.whose}>
                  {side === 'mine' ? t('clash.mine') : t('clash.theirs', { name })}
                </span>
                <span className={styles.value}>
                  {shown(field, (side === 'mine' ? mine : theirs)[field.name])}
                </span>
              </label>
            ))}
          </div>
          {!same(base[field.name], theirs[field.name]) && (
            <p className={styles.before}>
              {t('clash.before')} {shown(field, base[field.name])}
            </p>
          )}
        </fieldset>
      ))}
    </Modal>
  );
}
