import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useId, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Edit } from '@/fields/Edit';
import { initially, unfit } from '@/fields/fitting';
import { asText, isEmpty, written } from '@/fields/values';
import { Problem, type Candidate } from '@/lib/api';
import type { Choosable } from '@/lib/choices';
import { create, problemsOf, type Values } from '@/lib/changes';
import { everyFieldOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import { recordsKey } from '@/lib/records';
import { useKeys } from '@/ui/keys';
import { toast } from '@/ui/toast';
import { useFocusBack } from '@/ui/useFocusBack';
import { useNarrow } from '@/ui/useNarrow';
import { draft } from './draft';
import { Duplicates } from './Duplicates';
import { formFields } from './fields';
import { Troubles } from './Troubles';
import styles from './CreateDrawer.module.css';

interface Props {
  meta: ObjectMeta;
  /** What is known already, such as the account of a new contact. */
  preset?: Values;
  /** Whether the person stays on the page instead of going to what was made. */
  stay?: boolean;
  /** For another form that wants the record: it is told, and nothing is kept for later. */
  onMade?: (made: Choosable) => void;
  onClose: () => void;
}

/** Makes a record; all that is wrong is shown at once, and nothing typed is lost. */
export function CreateDrawer({ meta, preset = {}, stay = false, onMade, onClose }: Props) {
  const { t } = useTranslation('form');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const narrow = useNarrow();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Values>(() => ({
    ...(onMade ? {} : draft.read(meta.name)),
    ...preset,
  }));
  const [error, setError] = useState<unknown>();
  const [alike, setAlike] = useState<Candidate[]>([]);
  const [busy, setBusy] = useState(false);
  const [all, showAll] = useState(false);
  const [emptied, setEmptied] = useState<string[]>([]);
  const { main, rest } = formFields(meta);
  const fields = everyFieldOf(meta);
  const held: Values = initially(fields, values);
  const wrong = problemsOf(error);
  const label = say(meta.label);
  const shown = all || rest.some((field) => wrong.has(field.name)) ? [...main, ...rest] : main;

  /** Whatever was changed meanwhile stays, such as by a file that has arrived; what does not fit any more goes. */
  const change = (field: Field, value: unknown) => {
    const gone = Object.entries(unfit(fields, { ...held, [field.name]: value }, field.name)).filter(
      ([name]) => name in values, // a default comes and goes by itself
    );
    const typed = { [field.name]: value, ...Object.fromEntries(gone) };
    if (!onMade) {
      draft.keep(meta.name, typed);
    }
    setEmptied((before) => [...before.filter((name) => name !== field.name), ...gone.map(([name]) => name)]);
    setValues((before) => ({ ...before, ...typed }));
  };
  const save = async (allowDuplicates: boolean) => {
    setBusy(true);
    setError(undefined);
    setAlike([]);
    const given = Object.entries(values).filter(([, value]) => !isEmpty(value));
    try {
      const made = await create(
        meta.name,
        Object.fromEntries(given.map(([n, v]) => [n, written(v)])),
        allowDuplicates,
      );
      if (!onMade) {
        draft.drop(meta.name);
      }
      void queries.invalidateQueries({ queryKey: recordsKey(meta.name) });
      toast.done(t('made', { object: label }));
      onClose();
      if (onMade) {
        onMade({ id: made.id, label: asText(values[meta.name_field]) });
      } else if (!stay) {
        await navigate(`/${meta.name}/${made.id}`);
      }
    } catch (refused) {
      setBusy(false);
      if (refused instanceof Problem && refused.candidates.length > 0) {
        setAlike(refused.candidates);
      }
      setError(refused);
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void save(false);
  };

  useKeys('dialogs', { submit: () => busy || form.current?.requestSubmit() });
  useFocusBack();

  return (
    <Drawer
      open
      title={t('new', { object: label })}
      size={narrow ? '100%' : 520}
      onClose={onClose}
      afterOpenChange={(opened) => opened && document.getElementById(`${id}-${main[0]?.name ?? ''}`)?.focus()}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="primary" loading={busy} onClick={() => form.current?.requestSubmit()}>
            {common('save')}
          </Button>
        </div>
      }
    >
      <form ref={form} onSubmit={submit} noValidate className={styles.form}>
        {alike.length > 0 ? (
          <Duplicates
            meta={meta}
            alike={alike}
            blocked={error instanceof Problem && error.code === 'record.duplicate_blocked'}
            onAllow={() => void save(true)}
          />
        ) : (
          <Troubles error={error} fields={[...main, ...rest]} prefix={id} />
        )}
        {shown.map((field) => (
          <div key={field.name} className={styles.field}>
            <label htmlFor={`${id}-${field.name}`}>
              {say(field.label)}
              {field.required && <span className={styles.required}> *</span>}
            </label>
            <Edit
              id={`${id}-${field.name}`}
              field={field}
              among={{ fields, values: held }}
              value={held[field.name]}
              wrong={wrong.has(field.name)}
              onChange={(value) => change(field, value)}
            />
            {emptied.includes(field.name) && (
              <p role="status" className={styles.help}>
                {t('emptied', { field: deciderOf(field, fields) })}
              </p>
            )}
            {field.help && !wrong.has(field.name) && <p className={styles.help}>{say(field.help)}</p>}
            {wrong.has(field.name) && (
              <p role="alert" className={styles.wrong}>
                {wrong.get(field.name)}
              </p>
            )}
          </div>
        ))}
        {rest.length > 0 && shown.length === main.length && (
          <Button type="text" onClick={() => showAll(true)}>
            {t('more_fields', { n: rest.length })}
          </Button>
        )}
        <button type="submit" hidden />
      </form>
    </Drawer>
  );
}

const deciderOf = (field: Field, fields: Field[]): string =>
  say(fields.find(({ name }) => name === field.depends_on)?.label);
