import { NumberInput } from '../NumberInput';
import { asText, isEmpty, type Edited } from '../values';

const WHOLE = /^[+-]?\d{1,15}$/;

/** A whole number; what is none stays text. */
export default function Edit({ value, onChange, id, autoFocus, wrong }: Edited) {
  return (
    <NumberInput
      {...(id && { id })}
      autoFocus={autoFocus === true}
      wrong={wrong === true}
      value={isEmpty(value) ? '' : asText(value)}
      onChange={(text) => onChange(text !== null && WHOLE.test(text) ? Number(text) : text)}
    />
  );
}
