import { Button, Checkbox } from 'antd';
import { Fragment, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canEdit, Edit } from '@/fields/Edit';
import { deciding, unfit } from '@/fields/fitting';
import { isEmpty, isUnread, written } from '@/fields/values';
import type { Values } from '@/lib/changes';
import { inARow, number } from '@/lib/format';
import { everyFieldOf, say, type Field } from '@/lib/meta';
import { FieldPicker } from '../FieldPicker';
import { act } from './acts';
import type { Panel } from './panels';
import { targetOf } from './targets';
import styles from './Bulk.module.css';

const settable = (field: Field): boolean =>
  !field.read_only && field.access === 'write' && canEdit(field.type) && !field.unique;

/** Writes one field of them all, and what decides on its choices. */
export function SetPanel({ meta, chosen, filter, onDone }: Panel) {
  const { t } = useTranslation('bulk');
  const id = useId();
  const [field, choose] = useState<Field>();
  const [values, setValues] = useState<Values>({});
  const [clearing, clear] = useState(false);
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
  const fields = everyFieldOf(meta);
  const asked = [...deciding(field, fields).filter(settable), field];
  const held: Values = { ...Object.fromEntries(asked.map(({ name }) => [name, null])), ...values };
  const others = asked.slice(0, -1).map(({ label }) => say(label));
  const dependent = fields.filter((each) => each.depends_on === field.name);
  const empty = isEmpty(held[field.name]);
  const missing = empty ? field.required || !clearing : isUnread(field.type, held[field.name]);
  const change = (name: string, value: unknown) => {
    const next = { ...held, [name]: value };
    setValues({ ...next, ...unfit(asked, next, name) });
  };
  const start = async () => {
    if (missing || busy) {
      return;
    }
    work(true);
    const set = asked.filter((each) => each === field || !isEmpty(held[each.name]));
    const deed = { set: Object.fromEntries(set.map(({ name }) => [name, written(held[name])])) };
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
      {asked.map((each, i) => (
        <Fragment key={each.name}>
          <label htmlFor={`${id}-${each.name}`} className={styles.label}>
            {say(each.label)}
          </label>
          <Edit
            id={`${id}-${each.name}`}
            autoFocus={i === 0}
            field={each}
            among={{ fields: asked, values: held }}
            value={held[each.name]}
            onChange={(value) => change(each.name, value)}
          />
        </Fragment>
      ))}
      {dependent.length > 0 && (
        <p className={styles.hint}>
          {t('unfit', { others: inARow(dependent.map(({ label }) => say(label))) })}
        </p>
      )}
      {others.length > 0 && <p className={styles.hint}>{t('others_stay', { others: inARow(others) })}</p>}
      {empty && !field.required && (
        <Checkbox checked={clearing} onChange={({ target }) => clear(target.checked)}>
          {t('clear_field', { field: say(field.label) })}
        </Checkbox>
      )}
      <Button type="primary" htmlType="submit" disabled={missing} loading={busy}>
        {t('set_run', { n: number(chosen.size) })}
      </Button>
    </form>
  );
}
