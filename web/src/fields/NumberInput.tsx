import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import styles from './fields.module.css';
import { isNumber, typed } from './typed';
import type { Edited } from './values';

interface Props extends Pick<Edited, 'id' | 'autoFocus' | 'wrong'> {
  value: string;
  onChange: (text: string | null) => void;
  prefix?: ReactNode;
  suffix?: ReactNode;
}

/** A number as people type it; what is none is told as it stands, so that nothing is taken for it and it is refused. */
export function NumberInput({ value, onChange, id, autoFocus, wrong, prefix, suffix }: Props) {
  const [text, type] = useState<string>();
  const unread = text === undefined && value !== '' && !isNumber(value);
  return (
    <Input
      className={styles.wide ?? ''}
      autoComplete="off"
      {...(id && { id })}
      {...((wrong === true || unread) && { status: 'error' as const, 'aria-invalid': true })}
      {...(prefix !== undefined && { prefix })}
      {...(suffix !== undefined && { suffix })}
      autoFocus={autoFocus === true}
      value={text !== undefined && typed(text) === value ? text : value.replace(/\.0+$/, '')}
      onChange={({ target }) => {
        type(target.value);
        onChange(typed(target.value) || null);
      }}
      onBlur={() => type(undefined)}
    />
  );
}
