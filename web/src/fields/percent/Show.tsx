import { decimal } from '@/lib/format';
import { asText, type Shown } from '../values';

export default function Show({ value }: Shown) {
  return <>{decimal(asText(value))} %</>;
}
