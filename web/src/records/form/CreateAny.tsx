import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { objectQuery } from '@/lib/meta';
import { tell } from '@/ui/tell';
import { CreateDrawer } from './CreateDrawer';

interface Props {
  object: string;
  onClose: () => void;
}

/** The form of a new record of an object of which nothing is known here but its name. */
export function CreateAny({ object, onClose }: Props) {
  const { data: meta, error } = useQuery(objectQuery(object));
  const failed = error && !meta ? error : undefined;
  useEffect(() => {
    if (failed) {
      tell(failed);
      onClose();
    }
  }, [failed, onClose]);
  return meta ? <CreateDrawer meta={meta} onClose={onClose} /> : null;
}
