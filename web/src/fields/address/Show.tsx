import { placeText, useRegionName } from '@/lib/regions';
import { asText, type Shown } from '../values';

interface Address {
  region?: string | null;
  street?: string | null;
  postcode?: string | null;
}

export default function Show({ value }: Shown) {
  const { region, street } = (typeof value === 'object' ? value : { street: asText(value) }) as Address;
  const place = useRegionName(region ?? '');
  return <>{placeText([place, street ?? ''].filter((each) => each !== ''))}</>;
}
