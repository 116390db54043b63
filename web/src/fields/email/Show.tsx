import { asText, type Shown } from '../values';

export default function Show({ value }: Shown) {
  const text = asText(value);
  return text.includes('*') ? <>{text}</> : <a href={`mailto:${text}`}>{text}</a>;
}
