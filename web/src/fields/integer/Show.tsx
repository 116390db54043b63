import { number } from '@/lib/format';
import { asText, type Shown } from '../values';

export default function Show({ value }: Shown) {
  return <>{typeof value === 'number' ? number(value) : asText(value)}</>;
}
