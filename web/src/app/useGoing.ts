import { useNavigate } from 'react-router';
import { useObjects } from '@/lib/meta';
import { useKeys, type Acts } from '@/ui/keys';
import { undoLast } from '@/ui/toast';
import { placesOf } from './menu';
import { overlay } from './overlay';

/** The keys that work everywhere; to go somewhere only for those who may read what is there. */
export function useGoing(): void {
  const navigate = useNavigate();
  const objects = useObjects();
  const ways = [
    ...objects.filter(({ can }) => can.read).map(({ name }) => ({ name, to: `/${name}` })),
    ...placesOf(objects),
    { name: 'settings', to: '/settings' },
  ];
  const acts: Acts<'everywhere'> = {
    ...Object.fromEntries(ways.map(({ name, to }) => [name, () => void navigate(to)])),
    search: () => overlay.show({ kind: 'palette' }),
    undo: undoLast,
    keys: () => overlay.show({ kind: 'keys' }),
  };
  useKeys('everywhere', acts);
}
