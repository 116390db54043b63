import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '@/lib/session';
import { ShownOnce } from '../ShownOnce';

/** What somebody needs to sign in, to be handed over by who set it. */
export interface Note {
  title: string;
  login: string;
  password: string;
}

const MAIN = 'main';

/** Shows it once, ready to be sent to the person in one piece. */
export function SignInNote({ note, onClose }: { note: Note; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { data: session } = useQuery(sessionQuery);
  const door = new URL('/sign-in', location.origin);
  if (session && session.tenant !== MAIN) {
    door.searchParams.set('tenant', session.tenant);
  }
  const { login, password } = note;
  return (
    <ShownOnce
      title={note.title}
      says={t('people.note_says')}
      text={t('people.note', { address: door.href, login, password, interpolation: { escapeValue: false } })}
      take={t('people.note_copy')}
      onClose={onClose}
    />
  );
}
