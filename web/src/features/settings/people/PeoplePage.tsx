import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { objectQuery, say } from '@/lib/meta';
import { listQuery, type Entry, type Filter } from '@/lib/records';
import { useSettled } from '@/lib/useSettled';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import { PageHead } from '../PageHead';
import { Search } from '../Search';
import styles from '../settings.module.css';
import { rolesQuery } from './api';
import { HandOver } from './HandOver';
import { PasswordDialog } from './PasswordDialog';
import { PersonDrawer } from './PersonDrawer';
import { PersonRow } from './PersonRow';
import { SignInNote, type Note } from './SignInNote';
import { ViewingLog } from './ViewingLog';

const fields = ['name', 'login', 'email', 'mobile', 'department', 'manager', 'roles', 'active'];

/** Which people are shown, and with whose name. */
function wanted(active: boolean, text: string): Filter {
  const state: Filter = { field: 'active', op: 'eq', value: active };
  return text === '' ? state : { and: [state, { field: 'name', op: 'contains', value: text }] };
}

interface Open {
  what: 'edit' | 'leave' | 'password';
  person: Entry;
}

/** Everybody of the company who works with Hemai, and those who did. */
export function PeoplePage() {
  const { t } = useTranslation('settings');
  const [active, setActive] = useState(true);
  const [typed, type] = useState('');
  const [asked, ask] = useSearchParams();
  const [open, show] = useState<Open | 'new' | 'viewings' | undefined>(asked.has('add') ? 'new' : undefined);
  const [note, handOver] = useState<Note>();
  const text = useSettled(typed.trim(), 150);
  const { data: meta } = useQuery(objectQuery('user'));
  const { data: roles = [] } = useQuery(rolesQuery);
  const people = useInfiniteQuery({
    ...listQuery('user', { filter: wanted(active, text), sort: ['name'], fields }),
    placeholderData: (before) => before,
  });
  if (people.error && !people.data) {
    throw people.error;
  }
  const all = people.data?.pages.flatMap((page) => page.items);
  const labels = new Map(
    roles.map(({ name, label }) => [name, typeof label === 'string' ? label : say(label) || name]),
  );
  const close = () => {
    show(undefined);
    if (asked.has('add')) {
      ask({}, { replace: true });
    }
  };
  return (
    <div className={styles.page}>
      <PageHead title={t('people.title')} lead={t('people.lead')}>
        <Button onClick={() => show('viewings')}>{t('viewing.log')}</Button>
        <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={() => show('new')}>
          {t('people.add')}
        </Button>
      </PageHead>
      <div className={styles.tools}>
        <Search label={t('people.search')} value={typed} onChange={type} />
        <Segmented<string>
          aria-label={t('people.state')}
          value={active ? 'active' : 'left'}
          options={[
            { value: 'active', label: t('people.active') },
            { value: 'left', label: t('people.left') },
          ]}
          onChange={(chosen) => setActive(chosen === 'active')}
        />
      </div>
      {!all ? (
        <Waiting lines={8} />
      ) : all.length === 0 ? (
        <Notice title={text === '' ? t('people.nobody') : t('none_found', { text })} />
      ) : (
        <ul aria-label={t('people.title')} className={styles.rows}>
          {all.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              roles={labels}
              onOpen={(what) => show({ what, person })}
            />
          ))}
        </ul>
      )}
      {people.hasNextPage && (
        <div className={styles.tools}>
          <Button loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            {t('people.more')}
          </Button>
        </div>
      )}
      {open === 'viewings' && <ViewingLog onClose={close} />}
      {meta && open === 'new' && (
        <PersonDrawer meta={meta} roles={labels} onMade={handOver} onClose={close} />
      )}
      {meta && typeof open === 'object' && open.what === 'edit' && (
        <PersonDrawer meta={meta} roles={labels} person={open.person} onClose={close} />
      )}
      {meta && typeof open === 'object' && open.what === 'leave' && (
        <HandOver meta={meta} person={open.person} onClose={close} />
      )}
      {typeof open === 'object' && open.what === 'password' && (
        <PasswordDialog person={open.person} onSet={handOver} onClose={close} />
      )}
      {note && <SignInNote note={note} onClose={() => handOver(undefined)} />}
    </div>
  );
}
