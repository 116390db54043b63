import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { usePeek } from './usePeek';

interface Props {
  object: string;
  id: string;
  className?: string;
  children: ReactNode;
}

/** Leads to a record beside the page that is open; with a key held, or on the phone, to its own page. */
export function PeekLink({ object, id, className = '', children }: Props) {
  const { open, able } = usePeek();
  const press = (event: MouseEvent) => {
    if (able && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) {
      event.preventDefault();
      open(object, id);
    }
  };
  return (
    <Link dir="auto" to={`/${object}/${id}`} className={className} onClick={press}>
      {children}
    </Link>
  );
}
