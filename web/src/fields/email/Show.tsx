import { Breaking } from '@/ui/Breaking';
import { asText, type Shown } from '../values';

export default function Show({ value }: Shown) {
  const text = asText(value);
  const shown = <Breaking text={text} />;
  return text.includes('*') ? shown : <a href={`mailto:${text}`}>{shown}</a>;
}
