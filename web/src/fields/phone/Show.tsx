import { asText, type Shown } from '../values';
import { grouped } from './grouped';

export default function Show({ value }: Shown) {
  const text = asText(value);
  return text.includes('*') ? <>{text}</> : <a href={`tel:${text}`}>{grouped(text)}</a>;
}
