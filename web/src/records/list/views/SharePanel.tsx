import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '@/lib/session';
import { VIEW, type SavedView } from '@/lib/views';
import { Sharing } from '../../sharing/Sharing';
import { Audience } from './Audience';
import { mayShape, type ViewActs } from './useViewActs';

interface Props {
  view: SavedView;
  acts: ViewActs;
}

/** With whom a view is shared and how far; for whose roles it is, where the person may say so. */
export function SharePanel({ view, acts }: Props) {
  const { data: session } = useQuery(sessionQuery);
  return (
    <Sharing object={VIEW} entry={view}>
      {mayShape(session) && <Audience view={view} acts={acts} />}
    </Sharing>
  );
}
