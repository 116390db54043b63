import { useQuery } from '@tanstack/react-query';
import { PanelLeftClose, PanelLeftOpen, Settings } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useObjects } from '@/lib/meta';
import { sessionQuery } from '@/lib/session';
import { IconButton } from '@/ui/IconButton';
import { Mark } from '@/ui/Mark';
import way from '@/ui/Way.module.css';
import { AtHand } from './AtHand';
import { Count } from './Count';
import { placesOf, waysOf } from './menu';
import { useWaiting } from './waiting';
import styles from './Sidebar.module.css';

const KEY = 'hemai.sidebar';

/** Where one can go; folds to its icons. */
export function Sidebar() {
  const { t } = useTranslation('shell');
  const { t: common } = useTranslation();
  const objects = useObjects();
  const { data: session } = useQuery(sessionQuery);
  const waiting = useWaiting();
  const [folded, fold] = useState(localStorage.getItem(KEY) === 'folded');
  const toggle = () => {
    localStorage.setItem(KEY, folded ? '' : 'folded');
    fold(!folded);
  };
  const Toggle = folded ? PanelLeftOpen : PanelLeftClose;
  // the top bar has those to the messages
  const items = waysOf(objects, placesOf(objects), t).filter(({ of }) => of !== 'messages');
  return (
    <nav aria-label={t('nav.label')} className={styles.sidebar} data-folded={folded}>
      <div className={styles.head}>
        <Mark size={24} />
        {!folded && (
          <span className={styles.names}>
            <strong>{common('app')}</strong>
            {session?.company && <span title={session.company}>{session.company}</span>}
          </span>
        )}
      </div>
      <ul className={styles.items}>
        {items.map(({ of, to, icon: Icon, label }) => (
          <li key={to}>
            <NavLink to={to} className={way.way ?? ''} title={folded ? label : undefined}>
              <Icon size={16} strokeWidth={1.5} aria-hidden />
              <span className={folded ? 'sr-only' : undefined}>{label}</span>
              {!folded && <Count of={of} waiting={waiting} />}
            </NavLink>
          </li>
        ))}
        <AtHand folded={folded} />
      </ul>
      <NavLink to="/settings" className={way.way ?? ''} title={folded ? t('places.settings') : undefined}>
        <Settings size={16} strokeWidth={1.5} aria-hidden />
        <span className={folded ? 'sr-only' : undefined}>{t('places.settings')}</span>
      </NavLink>
      <IconButton label={t(folded ? 'nav.unfold' : 'nav.fold')} className={styles.fold} onClick={toggle}>
        <Toggle size={16} strokeWidth={1.5} aria-hidden />
      </IconButton>
    </nav>
  );
}
