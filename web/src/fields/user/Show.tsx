import { Face } from '@/ui/Face';
import styles from '../fields.module.css';
import { Unseen } from '../Unseen';
import { asLink, type Shown } from '../values';

export default function Show({ value }: Shown) {
  const link = asLink(value);
  if ('hidden' in link) {
    return <Unseen />;
  }
  const name = link.label ?? '';
  return (
    <span className={styles.person}>
      <Face name={name} />
      <bdi>{name}</bdi>
    </span>
  );
}
