import { Input } from 'antd';
import { asText, isEmpty, type Edited } from '../values';

export default function Edit({ value, onChange, id, autoFocus, wrong }: Edited) {
  return (
    <Input
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      autoFocus={autoFocus === true}
      value={isEmpty(value) ? '' : asText(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
