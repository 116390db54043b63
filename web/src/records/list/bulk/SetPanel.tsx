import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canEdit, Edit } from '@/fields/Edit';
import { written } from '@/fields/values';
import { number } from '@/lib/format';
import { say, type Field } from '@/lib/meta';
import { FieldPicker } from '../FieldPicker';
import { act } from './acts';
import type { Panel } from './panels';
import { targetOf } from './targets';
import styles from './Bulk.module.css';

const settable = (field: Field): boolean =>
  !field.read_only && field.access === 'write' && canEdit(field.type) && !field.unique;

/** Writes one field of them all. */
export function SetPanel({ meta, chosen, filter, onDone }: Panel) {
  const { t } = useTranslation('bulk');
  const [field, choose] = useState<Field>();
  const [value, change] = useState<unknown>(null);
  const [busy, work] = useState(false);
  if (!field) {
    return (
      <FieldPicker
        meta={meta}
        hops={0}
        fits={settable}
        placeholder={t('set_field')}
        onPick={(reached) => choose(reached.field)}
      />
    );
  }
  const missing = field.required && (value === null || value === '');
  const start = async () => {
    if (missing || busy) {
      return;
    }
    work(true);
    const deed = { set: { [field.name]: written(value) } };
    if (await act(t, meta.name, 'set', targetOf(chosen.selection, filter), deed)) {
      onDone();
    }
    work(false);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <div className={styles.label}>{say(field.label)}</div>
      <Edit autoFocus field={field} value={value} onChange={change} />
      {!field.required && <p className={styles.hint}>{t('empty_value')}</p>}
      <Button type="primary" htmlType="submit" disabled={missing} loading={busy}>
        {t('set_run', { n: number(chosen.size) })}
      </Button>
    </form>
  );
}
