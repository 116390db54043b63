import { Unseen } from '../Unseen';
import { asLink, type Shown } from '../values';

export default function Show({ value }: Shown) {
  const link = asLink(value);
  return 'hidden' in link ? <Unseen /> : <>{link.label}</>;
}
