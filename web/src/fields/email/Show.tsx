import { Breaking } from '@/ui/Breaking';
import { asText, type Shown } from '../values';

export default function Show({ value, whole }: Shown) {
  const text = asText(value);
  const shown = whole ? <Breaking text={text} /> : text;
  return text.includes('*') ? shown : <a href={`mailto:${text}`}>{shown}</a>;
}
