import { Rate } from 'antd';
import type { Edited } from '../values';

export default function Edit({ value, onChange, autoFocus }: Edited) {
  return (
    <Rate
      autoFocus={autoFocus === true}
      value={typeof value === 'number' ? value : 0}
      onChange={(stars) => onChange(stars || null)}
    />
  );
}
