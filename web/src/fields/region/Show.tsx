import { useRegionName } from '@/lib/regions';
import { asText, type Shown } from '../values';

export default function Show({ value }: Shown) {
  return <>{useRegionName(asText(value))}</>;
}
