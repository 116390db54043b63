import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { say, useObjects } from '@/lib/meta';
import { iconOf, menuOf } from './menu';
import styles from './BottomBar.module.css';

const ROOM = 5;

/** On the phone: what is needed most, in reach of the thumb. */
export function BottomBar() {
  const { t } = useTranslation('shell');
  const objects = useObjects();
  return (
    <nav aria-label={t('nav.label')} className={styles.bar}>
      {menuOf(objects)
        .slice(0, ROOM)
        .map((object) => {
          const Icon = iconOf(object.name);
          return (
            <NavLink key={object.name} to={`/${object.name}`} className={styles.item ?? ''}>
              <Icon size={20} strokeWidth={1.5} aria-hidden />
              {say(object.label)}
            </NavLink>
          );
        })}
    </nav>
  );
}
