import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Values } from '@/lib/changes';
import { say, type Field } from '@/lib/meta';
import { Fill } from '../editing/AddedUp';
import type { Of } from '../editing/useAddedUp';
import { SectionHead } from '../layout/SectionHead';
import type { Section } from '../layout/sections';
import { isRest } from './fields';
import styles from './Form.module.css';

interface Props {
  /** What stands before the names of fields in the ids of their inputs. */
  prefix: string;
  sections: Section[];
  /** All fields of the object, for choices that depend on what others hold. */
  fields: Field[];
  /** The record that is changed, if there is one yet. */
  of?: Of;
  /** As records answer them. */
  values: Values;
  /** Fields that were emptied since what they hold did not fit any more. */
  emptied: string[];
  /** What is wrong, by field. */
  wrong: Map<string, string>;
  /** Whether the person gave the field its value here, so that it stays in sight. */
  isGiven: (name: string) => boolean;
  onChange: (field: Field, value: unknown) => void;
}

/** The fields of a record to fill in, section by section. */
export function RecordForm({
  prefix,
  sections,
  fields: all,
  of,
  values,
  emptied,
  wrong,
  isGiven,
  onChange,
}: Props) {
  const { t } = useTranslation('form');
  const [turned, turn] = useState<Partial<Record<string, boolean>>>({});
  const isOpen = ({ key, fields, folded }: Section) =>
    fields.some((f) => wrong.has(f.name)) ||
    (turned[key] ?? (!folded || fields.some((f) => isGiven(f.name))));
  return sections.map((section) => {
    const open = isOpen(section);
    const title = section.label ? say(section.label) : isRest(section) ? t('more_fields') : '';
    return (
      <div key={section.key} className={styles.section}>
        {title !== '' && sections.length > 1 && (
          <SectionHead
            title={title}
            count={section.fields.length}
            open={open}
            onTurn={(to) => turn({ ...turned, [section.key]: to })}
          />
        )}
        {open &&
          section.fields.map((field) => (
            <div key={field.name} className={styles.field}>
              <label htmlFor={`${prefix}-${field.name}`}>
                {say(field.label)}
                {field.required && <span className={styles.required}> *</span>}
              </label>
              <Fill
                of={of}
                id={`${prefix}-${field.name}`}
                field={field}
                among={{ fields: all, values }}
                value={values[field.name]}
                wrong={wrong.has(field.name)}
                onChange={(value) => onChange(field, value)}
              />
              {emptied.includes(field.name) && (
                <p role="status" className={styles.help}>
                  {t('emptied', { field: deciderOf(field, all) })}
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
      </div>
    );
  });
}

const deciderOf = (field: Field, fields: Field[]): string =>
  say(fields.find(({ name }) => name === field.depends_on)?.label);
