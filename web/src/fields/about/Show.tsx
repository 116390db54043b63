import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { labelQuery } from '@/lib/choices';
import { say, useObjects } from '@/lib/meta';
import styles from '../fields.module.css';
import type { Shown } from '../values';

/** The record of whichever object it is about, by its name; by what it is, where the person may not see it. */
export default function Show({ value }: Shown) {
  const { object, id } = value as { object: string; id: string };
  const meta = useObjects().find(({ name }) => name === object);
  const { data, isLoading } = useQuery({ ...labelQuery(object, id), enabled: meta !== undefined });
  const kind = meta ? say(meta.label) : object;
  return (
    <Link to={`/${object}/${id}`} className={styles.link} title={kind}>
      {isLoading ? '…' : (data ?? kind)}
    </Link>
  );
}
