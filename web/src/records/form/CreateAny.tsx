import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Choosable } from '@/lib/choices';
import { objectQuery } from '@/lib/meta';
import { tell } from '@/ui/tell';
import { CreateDrawer } from './CreateDrawer';

interface Props {
  object: string;
  /** For a form that wants the record: what it is to be called, and what is done with it. */
  inside?: { name: string; onMade: (made: Choosable) => void };
  onClose: () => void;
}

/** The form of a new record of an object of which nothing is known here but its name. */
export function CreateAny({ object, inside, onClose }: Props) {
  const { data: meta, error } = useQuery(objectQuery(object));
  const failed = error && !meta ? error : undefined;
  useEffect(() => {
    if (failed) {
      tell(failed);
      onClose();
    }
  }, [failed, onClose]);
  return meta ? (
    <CreateDrawer
      meta={meta}
      {...(inside && { preset: { [meta.name_field]: inside.name }, onMade: inside.onMade })}
      onClose={onClose}
    />
  ) : null;
}
