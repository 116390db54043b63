import { asText, type Shown } from '../values';

export default function Show({ value }: Shown) {
  return <time dateTime={asText(value)}>{asText(value)}</time>;
}
