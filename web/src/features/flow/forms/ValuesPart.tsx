import { Button } from 'antd';
import { Plus, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canEdit } from '@/fields/Edit';
import { fieldOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import { FieldPicker } from '@/records/list/FieldPicker';
import { Floating } from '@/ui/Floating';
import { IconButton } from '@/ui/IconButton';
import { wrongWith, type Wrong } from '../model/errors';
import type { Input } from '../model/tree';
import styles from './Forms.module.css';
import { ValueInput } from './ValueInput';

interface Props {
  label: string;
  /** Whose fields are given values. */
  meta: ObjectMeta;
  values: Input;
  /** Where the values stand in the definition, for what is wrong with them. */
  path: string;
  wrong: Wrong[] | undefined;
  /** Whether what is left empty empties the field. */
  clears: boolean;
  onChange: (values: Input, about?: string) => void;
}

export const settable = (field: Field): boolean =>
  !field.read_only &&
  field.access === 'write' &&
  canEdit(field.type) &&
  field.type !== 'file' &&
  field.type !== 'image';

/** Fields and the values that they are given. */
export function ValuesPart({ label, meta, values, path, wrong, clears, onChange }: Props) {
  const { t } = useTranslation('flow');
  const id = useId();
  const [anchor, open] = useState<HTMLElement>();
  const [added, setAdded] = useState<string>();
  const add = useRef<HTMLButtonElement>(null);
  const whole = wrong?.find(({ member }) => member === path)?.message;
  return (
    <div className={styles.part} role="group" aria-label={label}>
      <span className={styles.label}>{label}</span>
      {Object.entries(values).map(([name, value]) => {
        const field = fieldOf(meta, name);
        const said = say(field?.label) || name;
        const problem = wrongWith(wrong, `${path}.${name}`);
        return (
          <div key={name} className={styles.given}>
            <label htmlFor={`${id}${name}`} className={styles.help}>
              {said}
            </label>
            <div className={styles.line}>
              {field ? (
                <ValueInput
                  id={`${id}${name}`}
                  field={field}
                  value={value}
                  autoFocus={name === added}
                  wrong={problem !== undefined}
                  onChange={(next) => onChange({ ...values, [name]: next }, `${path}.${name}`)}
                />
              ) : (
                <span className={styles.wide}>{JSON.stringify(value)}</span>
              )}
              <IconButton
                small
                label={t('remove_field', { field: said })}
                onClick={() => {
                  onChange(Object.fromEntries(Object.entries(values).filter(([each]) => each !== name)));
                  add.current?.focus();
                }}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </div>
            {problem !== undefined ? (
              <p role="alert" className={styles.wrong}>
                {problem}
              </p>
            ) : (
              clears &&
              (value === null || value === '') && <p className={styles.help}>{t('clear_instead')}</p>
            )}
          </div>
        );
      })}
      {whole !== undefined && (
        <p role="alert" className={styles.wrong}>
          {whole}
        </p>
      )}
      <Button
        ref={add}
        className={styles.add ?? ''}
        icon={<Plus size={14} aria-hidden />}
        aria-haspopup="dialog"
        onClick={(event) => open(event.currentTarget)}
      >
        {t('add_field')}
      </Button>
      {anchor && (
        <Floating anchor={anchor} label={t('add_field')} width={296} onClose={() => open(undefined)}>
          <FieldPicker
            meta={meta}
            hops={0}
            fits={(field) => settable(field) && !(field.name in values)}
            placeholder={t('choose_field')}
            onPick={({ field }) => {
              setAdded(field.name);
              onChange({ ...values, [field.name]: null });
              open(undefined);
            }}
          />
        </Floating>
      )}
    </div>
  );
}
