import { CircleUserRound, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useObjects } from '@/lib/meta';
import { Count } from './Count';
import { Make } from './Make';
import { menuOf, placesOf, waysOf, type Way } from './menu';
import { useWaiting } from './waiting';
import styles from './BottomBar.module.css';

/** How many lists have room. */
const LISTS = 2;

/** On the phone, in reach of the thumb: the day, the first lists of the menu, something new, what was said, and everything else. */
export function BottomBar() {
  const { t } = useTranslation('shell');
  const objects = useObjects();
  const waiting = useWaiting();
  const ways = waysOf(objects, placesOf(objects), t);
  const wayTo = (name: string) => ways.filter(({ of }) => of === name);
  const lists = menuOf(objects).slice(0, LISTS);
  const me = { of: 'me', to: '/me', icon: CircleUserRound, label: t('places.me') };
  const tab = ({ of, to, icon: Icon, label }: Way) => (
    <NavLink key={to} to={to} className={styles.item ?? ''}>
      <span className={styles.sign}>
        <Icon size={20} strokeWidth={1.5} aria-hidden />
        <Count of={of} waiting={waiting} small />
      </span>
      <span className={styles.label}>{label}</span>
    </NavLink>
  );
  return (
    <nav aria-label={t('nav.label')} className={styles.bar}>
      {['today', ...lists.map(({ name }) => name)].flatMap(wayTo).map(tab)}
      <Make className={styles.make}>
        <Plus size={22} aria-hidden />
      </Make>
      {[...wayTo('messages'), me].map(tab)}
    </nav>
  );
}
