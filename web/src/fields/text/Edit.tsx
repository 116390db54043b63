import { Input } from 'antd';
import type { ClipboardEvent } from 'react';
import { asText, isEmpty, type Edited } from '../values';

/** Lines that somebody pastes become one: the browser alone would glue their words together. */
function inOneLine(event: ClipboardEvent<HTMLInputElement>): void {
  const text = event.clipboardData.getData('text/plain');
  if (/[\r\n\t]/.test(text)) {
    event.preventDefault();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else is undone by keys
    document.execCommand('insertText', false, text.trim().replace(/\s*[\r\n\t]+\s*/g, ' '));
  }
}

/** The keyboard of a phone for it. */
const keyboards: Partial<Record<string, 'tel' | 'email' | 'url'>> = {
  phone: 'tel',
  email: 'email',
  url: 'url',
};

export default function Edit({ field, value, onChange, id, autoFocus, wrong }: Edited) {
  return (
    <Input
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      dir="auto"
      inputMode={keyboards[field.type] ?? 'text'}
      autoComplete="off"
      autoFocus={autoFocus === true}
      value={isEmpty(value) ? '' : asText(value)}
      onPaste={inOneLine}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
