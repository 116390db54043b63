import { asText, type Shown } from '../values';

/** A mobile number of China in the groups in which people read it out. */
const grouped = (text: string) => text.replace(/^\+86(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3');

export default function Show({ value }: Shown) {
  const text = asText(value);
  return text.includes('*') ? <>{text}</> : <a href={`tel:${text}`}>{grouped(text)}</a>;
}
