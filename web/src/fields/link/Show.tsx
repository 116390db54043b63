import { Link } from 'react-router';
import styles from '../fields.module.css';
import { Unseen } from '../Unseen';
import { asLink, type Shown } from '../values';

export default function Show({ field, value }: Shown) {
  const link = asLink(value);
  if ('hidden' in link) {
    return <Unseen />;
  }
  return (
    <Link to={`/${field.target}/${link.id}`} dir="auto" className={styles.link}>
      {link.label ?? ''}
    </Link>
  );
}
