import { Rate } from 'antd';
import type { Edited } from '../values';

export default function Edit({ value, onChange }: Edited) {
  return <Rate value={typeof value === 'number' ? value : 0} onChange={(stars) => onChange(stars || null)} />;
}
