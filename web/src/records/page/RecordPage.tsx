import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { isLost } from '@/lib/api';
import { noteOpened } from '@/lib/desk';
import { objectQuery } from '@/lib/meta';
import { recordQuery } from '@/lib/records';
import { Waiting } from '@/ui/Waiting';
import { Gone } from './Gone';
import { RecordView } from './RecordView';

/** One record with all that belongs to it. */
export function RecordPage() {
  const { object = '', id = '' } = useParams();
  const meta = useQuery(objectQuery(object));
  const record = useQuery(recordQuery(object, id));
  const there = record.data !== undefined;
  useEffect(() => {
    if (there) {
      void noteOpened(object, id).catch(() => undefined); // nobody is hindered by it
    }
  }, [there, object, id]);
  const lost = [meta.error, record.error].find(isLost);
  const error = lost ?? meta.error ?? record.error;
  if (record.error && isLost(record.error) && !meta.error) {
    const { error } = record;
    return (
      <Gone
        key={id}
        object={object}
        id={id}
        otherwise={() => {
          throw error;
        }}
      />
    );
  }
  // what was read stays while the server is away or busy; that the record is gone is the newer word
  if (error && (lost || !meta.data || !record.data)) {
    throw error;
  }
  return meta.data && record.data ? (
    <RecordView key={id} meta={meta.data} entry={record.data} />
  ) : (
    <Waiting lines={10} />
  );
}
