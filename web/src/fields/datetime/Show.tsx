import { moment, relative } from '@/lib/format';
import { asText, type Shown } from '../values';

export default function Show({ value }: Shown) {
  const iso = asText(value);
  return (
    <time dateTime={iso} title={moment(iso)}>
      {relative(iso)}
    </time>
  );
}
