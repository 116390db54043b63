import { useNavigate } from 'react-router';
import { useObjects } from '@/lib/meta';
import { useKeys, type Acts } from '@/ui/keys';
import { undoLast } from '@/ui/toast';
import { messagesOf, placesOf } from './menu';
import { overlay } from './overlay';

/** Objects that have a key of their own to go there. */
const gone = ['lead', 'account', 'contact', 'opportunity', 'task'] as const;

/** The keys that work everywhere; to go somewhere only for those who may read what is there. */
export function useGoing(): void {
  const navigate = useNavigate();
  const objects = useObjects();
  const to = (path: string) => () => void navigate(path);
  const reads = gone.filter((name) => objects.some((object) => object.name === name && object.can.read));
  const places = [...placesOf(objects), ...messagesOf(objects)];
  const acts: Acts<'everywhere'> = {
    search: () => overlay.show({ kind: 'palette' }),
    undo: undoLast,
    keys: () => overlay.show({ kind: 'keys' }),
    settings: to('/settings'),
    ...Object.fromEntries(places.map((place) => [place.name, to(place.to)])),
    ...Object.fromEntries(reads.map((name) => [name, to(`/${name}`)])),
  };
  useKeys('everywhere', acts);
}
