import { Input, type InputRef } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldOf, fieldsOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import { Select } from '@/ui/Select';
import styles from './Forms.module.css';
import { Part } from './Part';

const PLACE = /\{\{ {0,9}([a-z][a-z0-9_]{0,62}) {0,9}\}\}/g;

/** The text as it will read, with the names of fields where their values will stand; nothing where it has no places. */
export const told = (text: string, meta: ObjectMeta): string | undefined =>
  text.search(PLACE) < 0
    ? undefined
    : text.replace(PLACE, (whole, name: string) => {
        const field = fieldOf(meta, name);
        return field ? `[${say(field.label)}]` : whole;
      });

const isTold = ({ name, access, type }: Field): boolean =>
  name !== 'id' && access !== 'hidden' && !['json', 'file', 'image'].includes(type);

interface Props {
  label: string;
  meta: ObjectMeta;
  required: boolean;
  /** Whether it has more than a line. */
  long: boolean;
  value: unknown;
  wrong: string | undefined;
  onChange: (text: string | undefined) => void;
}

/** A text with places for what the record says, which are put in from a list. */
export function TemplatePart({ label, meta, required, long, value, wrong, onChange }: Props) {
  const { t } = useTranslation('flow');
  const id = useId();
  const line = useRef<InputRef>(null);
  const area = useRef<TextAreaRef>(null);
  const text = typeof value === 'string' ? value : '';
  const give = (next: string) => onChange(next === '' ? undefined : next);
  const shared = {
    id,
    value: text,
    'aria-invalid': wrong !== undefined,
    ...(wrong !== undefined && { status: 'error' as const }),
  };

  const put = (name: string) => {
    const place = `{{${name}}}`;
    const input = long ? area.current?.resizableTextArea?.textArea : line.current?.input;
    const [from, to] = [input?.selectionStart ?? text.length, input?.selectionEnd ?? text.length];
    give(text.slice(0, from) + place + text.slice(to));
    requestAnimationFrame(() => {
      input?.focus();
      input?.setSelectionRange(from + place.length, from + place.length);
    });
  };
  const preview = told(text, meta);
  return (
    <Part id={id} label={label} required={required} wrong={wrong}>
      {long ? (
        <Input.TextArea
          {...shared}
          ref={area}
          autoSize={{ minRows: 4, maxRows: 16 }}
          onChange={({ target }) => give(target.value)}
        />
      ) : (
        <Input {...shared} ref={line} onChange={({ target }) => give(target.value)} />
      )}
      <Select<string>
        aria-label={t('insert_into', { label })}
        className={styles.insert ?? ''}
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('insert_field')}
        value={null}
        options={fieldsOf(meta)
          .filter(isTold)
          .map((field) => ({ value: field.name, label: say(field.label) }))}
        onChange={put}
      />
      {preview !== undefined && <p className={styles.preview}>{preview}</p>}
    </Part>
  );
}
