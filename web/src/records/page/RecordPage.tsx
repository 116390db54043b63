import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { objectQuery } from '@/lib/meta';
import { recordQuery } from '@/lib/records';
import { Waiting } from '@/ui/Waiting';
import { RecordView } from './RecordView';

/** One record with all that belongs to it. */
export function RecordPage() {
  const { object = '', id = '' } = useParams();
  const meta = useQuery(objectQuery(object));
  const record = useQuery(recordQuery(object, id));
  const error = meta.error ?? record.error;
  if (error) {
    throw error;
  }
  return meta.data && record.data ? (
    <RecordView meta={meta.data} entry={record.data} />
  ) : (
    <Waiting lines={10} />
  );
}
