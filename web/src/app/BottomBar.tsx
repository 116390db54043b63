import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { say, useObjects } from '@/lib/meta';
import { iconOf, menuOf, placesOf } from './menu';
import styles from './BottomBar.module.css';

const ROOM = 5;

/** On the phone: what is needed most, in reach of the thumb. */
export function BottomBar() {
  const { t } = useTranslation('shell');
  const objects = useObjects();
  const items = [
    ...placesOf(objects)
      .filter(({ name }) => name === 'today')
      .map(({ name, to, icon }) => ({ to, icon, name: t(`places.${name}`) })),
    ...menuOf(objects).map((object) => ({
      to: `/${object.name}`,
      icon: iconOf(object.name, objects),
      name: say(object.label),
    })),
  ];
  return (
    <nav aria-label={t('nav.label')} className={styles.bar}>
      {items.slice(0, ROOM).map(({ to, icon: Icon, name }) => (
        <NavLink key={to} to={to} className={styles.item ?? ''}>
          <Icon size={20} strokeWidth={1.5} aria-hidden />
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
