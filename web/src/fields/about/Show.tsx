import { Link } from 'react-router';
import { say, useObjects } from '@/lib/meta';
import styles from '../fields.module.css';
import type { Shown } from '../values';

/** The record of whichever object it is about; it is not told by name, so by what it is. */
export default function Show({ value }: Shown) {
  const { object, id } = value as { object: string; id: string };
  const meta = useObjects().find(({ name }) => name === object);
  return (
    <Link to={`/${object}/${id}`} className={styles.link}>
      {meta ? say(meta.label) : object}
    </Link>
  );
}
