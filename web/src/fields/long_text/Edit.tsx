import { Input } from 'antd';
import { asText, isEmpty, type Edited } from '../values';

export default function Edit({ value, onChange, id, autoFocus, wrong }: Edited) {
  return (
    <Input.TextArea
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      dir="auto"
      autoFocus={autoFocus === true}
      autoSize={{ minRows: 2, maxRows: 12 }}
      value={isEmpty(value) ? '' : asText(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
