import { useId, useState } from 'react';
import type { Among } from '@/fields/fitting';
import { isEmpty } from '@/fields/values';
import type { Values } from '@/lib/changes';
import { say, type Field } from '@/lib/meta';
import { FormDialog } from '@/ui/FormDialog';
import { Fill } from './AddedUp';
import type { Of } from './useAddedUp';
import styles from './Missing.module.css';

interface Props {
  title: string;
  /** What the button says that goes on. */
  act: string;
  /** What is missing, or may stay so. */
  fields: { field: Field; message: string; optional?: boolean }[];
  /** The record that lacks it. */
  of?: Of;
  among: Among;
  /** What the fields are proposed to become. */
  initial?: Values;
  onGo: (values: Values) => void;
  onClose: () => void;
}

/** Asks for just what a change lacks, and lets it go on then. */
export function Missing({ title, act, fields, of, among, initial = {}, onGo, onClose }: Props) {
  const id = useId();
  const [values, setValues] = useState<Values>(initial);
  const [tried, setTried] = useState(false);
  const go = () => {
    setTried(true);
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
    if (fields.every(({ field, optional }) => optional === true || field.name in filled)) {
      onGo(filled);
    }
  };
  return (
    <FormDialog centered width={400} title={title} okText={act} onOk={go} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        {fields.map(({ field, message, optional = false }, index) => {
          const wrong = tried && !optional && isEmpty(values[field.name]);
          return (
            <div key={field.name} className={styles.field}>
              <label htmlFor={`${id}${field.name}`}>{say(field.label)}</label>
              <Fill
                of={of}
                id={`${id}${field.name}`}
                field={field}
                among={{ ...among, values: { ...among.values, ...values } }}
                value={values[field.name] ?? null}
                autoFocus={index === 0}
                wrong={wrong}
                onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
              />
              <p className={styles.message} data-wrong={wrong}>
                {message}
              </p>
            </div>
          );
        })}
        <button type="submit" hidden />
      </form>
    </FormDialog>
  );
}
