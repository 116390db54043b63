import { dayText } from '@/lib/format';
import { asText, type Shown } from '../values';

export default function Show({ value }: Shown) {
  return <time dateTime={asText(value)}>{dayText(asText(value))}</time>;
}
