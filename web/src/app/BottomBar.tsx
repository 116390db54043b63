import { CircleUserRound, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { knownOf } from '@/features/objects';
import { useObjects } from '@/lib/meta';
import { Count } from './Count';
import { Make } from './Make';
import { menuOf, placesOf, waysOf, type Way } from './menu';
import { useWaiting } from './waiting';
import styles from './BottomBar.module.css';

/** On the phone, in reach of the thumb: the day, the customers, something new, what was said, and everything else. */
export function BottomBar() {
  const { t } = useTranslation('shell');
  const objects = useObjects();
  const waiting = useWaiting();
  const ways = waysOf(objects, placesOf(objects), t);
  const list = (name: string | undefined) => ways.filter(({ of }) => of === name);
  const menu = menuOf(objects);
  const customers = menu.find(({ name }) => knownOf(name).thumb) ?? menu[0];
  const me = { of: 'me', to: '/me', icon: CircleUserRound, label: t('places.me') };
  const tab = ({ of, to, icon: Icon, label }: Way) => (
    <NavLink key={to} to={to} className={styles.item ?? ''}>
      <span className={styles.sign}>
        <Icon size={20} strokeWidth={1.5} aria-hidden />
        <Count of={of} waiting={waiting} small />
      </span>
      {label}
    </NavLink>
  );
  return (
    <nav aria-label={t('nav.label')} className={styles.bar}>
      {[...list('today'), ...list(customers?.name)].map(tab)}
      <Make className={styles.make}>
        <Plus size={22} aria-hidden />
      </Make>
      {[...list('messages'), me].map(tab)}
    </nav>
  );
}
