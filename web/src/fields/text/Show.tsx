import { asText, type Shown } from '../values';

export default function Show({ value }: Shown) {
  return <bdi>{asText(value)}</bdi>;
}
