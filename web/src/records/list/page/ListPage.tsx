import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { objectQuery } from '@/lib/meta';
import { preferenceQuery } from '@/lib/preferences';
import { viewsQuery } from '@/lib/views';
import { Waiting } from '@/ui/Waiting';
import { beginsKey } from '../views/choices';
import { RecordList } from './RecordList';

/** All records of an object that the person may see, as a table. */
export function ListPage() {
  const { object = '' } = useParams();
  const { data: meta, error } = useQuery(objectQuery(object));
  // on their way together with the metadata
  useQuery(viewsQuery(object));
  useQuery(preferenceQuery(beginsKey(object)));
  if (error && !meta) {
    throw error;
  }
  return meta ? <RecordList key={object} meta={meta} /> : <Waiting lines={10} />;
}
