import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { patch } from '@/lib/changes';
import { recordsKey, type Entry } from '@/lib/records';
import { sessionQuery, viewAs } from '@/lib/session';
import { Face } from '@/ui/Face';
import { Menu, type MenuItem } from '@/ui/Menu';
import { Tag } from '@/ui/Tag';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import styles from '../settings.module.css';

interface Props {
  person: Entry;
  /** What the roles are called. */
  roles: Map<string, string>;
  onOpen: (what: 'edit' | 'leave' | 'password') => void;
}

/** What a link is called that a person has. */
export function called(link: unknown): string {
  return typeof link === 'object' && link !== null && 'label' in link && typeof link.label === 'string'
    ? link.label
    : '';
}

/** A person: where in the company, with which roles; the row opens it. */
export function PersonRow({ person, roles, onOpen }: Props) {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const name = String(person.name);
  const given = Array.isArray(person.roles) ? person.roles.map(String) : [];
  const self = session && 'id' in session.user && session.user.id === person.id;
  const back = async () => {
    try {
      await patch('user', person, { active: true });
      await queries.invalidateQueries({ queryKey: recordsKey('user') });
      toast.done(t('people.back', { name }));
    } catch (refused) {
      tell(refused);
    }
  };
  const items: MenuItem[] = [
    { key: 'edit', label: t('edit'), run: () => onOpen('edit') },
    ...(self || person.active !== true
      ? []
      : [{ key: 'view', label: t('viewing.as_person'), run: () => void viewAs(person.id).catch(tell) }]),
    ...(self ? [] : [{ key: 'password', label: t('people.password'), run: () => onOpen('password') }]),
    ...(self
      ? []
      : person.active === true
        ? [{ key: 'leave', label: t('people.leave'), danger: true, apart: true, run: () => onOpen('leave') }]
        : [{ key: 'back', label: t('people.take_back'), apart: true, run: () => void back() }]),
  ];
  return (
    <li className={styles.row} data-quiet={person.active !== true}>
      <Face name={name} size={32} />
      <span className={styles.what}>
        <button type="button" className={styles.name} onClick={() => onOpen('edit')}>
          {name}
        </button>
        <span className={styles.code}>
          {[person.login, person.email].filter((each) => typeof each === 'string' && each !== '').join(' · ')}
        </span>
      </span>
      <span className={styles.tags}>
        {given.map((role) => (
          <Tag key={role} seed={role} colour={role === 'admin' ? 'violet' : 'slate'}>
            {roles.get(role) ?? role}
          </Tag>
        ))}
      </span>
      <span className={styles.cell}>{called(person.department)}</span>
      <span className={styles.acts}>
        <Menu label={t('more_of', { name })} items={items}>
          <Ellipsis size={16} aria-hidden />
        </Menu>
      </span>
    </li>
  );
}
