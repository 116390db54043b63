import { useQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '@/lib/api';
import { recordsKey, type Entry } from '@/lib/records';
import { sessionQuery, viewAs } from '@/lib/session';
import { Menu } from '@/ui/Menu';
import { tell } from '@/ui/tell';
import styles from './RolePage.module.css';

const MOST = 30;

/** Somebody who has the role, to see what it comes to. */
export function Members({ role }: { role: string }) {
  const { t } = useTranslation('settings');
  const { data: session } = useQuery(sessionQuery);
  const self = session && 'id' in session.user ? session.user.id : undefined;
  const { data: people = [] } = useQuery({
    queryKey: [...recordsKey('user'), 'with role', role],
    enabled: session?.admin.includes('people') === true,
    queryFn: async ({ signal }) => {
      const call = api.POST('/api/v1/records/{object}/query', {
        params: { path: { object: 'user' } },
        body: {
          filter: {
            and: [
              { field: 'roles', op: 'contains', value: [role] },
              { field: 'active', op: 'eq', value: true },
            ],
          },
          fields: ['name'],
          sort: ['name'],
          limit: MOST,
        },
        signal,
      });
      return ((await answered(call)) as unknown as { items: Entry[] }).items;
    },
  });
  const others = people.filter(({ id }) => id !== self);
  if (others.length === 0) {
    return null;
  }
  return (
    <Menu
      label={t('viewing.member')}
      className={styles.members}
      items={others.map((person) => ({
        key: person.id,
        label: String(person.name),
        run: () => void viewAs(person.id).catch(tell),
      }))}
    >
      <Eye size={16} strokeWidth={1.5} aria-hidden />
      {t('viewing.member')}
    </Menu>
  );
}
