import { CircleUserRound, PenLine, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink, useMatch } from 'react-router';
import { say, useObjects } from '@/lib/meta';
import { perform } from '@/ui/keys';
import { Menu, type MenuItem } from '@/ui/Menu';
import { Count } from './Count';
import { creatable, iconOf, menuOf, messagesOf, placesOf, waysOf, type Way } from './menu';
import { overlay } from './overlay';
import { useWaiting } from './waiting';
import styles from './BottomBar.module.css';

/** On the phone, in reach of the thumb: the day, the customers, something new, what was said, and everything else. */
export function BottomBar() {
  const { t } = useTranslation('shell');
  const objects = useObjects();
  const waiting = useWaiting();
  const ways = waysOf(objects, [...placesOf(objects), ...messagesOf(objects)], t);
  const list = (name: string | undefined) => ways.filter(({ of }) => of === name);
  const menu = menuOf(objects);
  const customers = menu.find(({ name }) => name === 'account') ?? menu[0];
  const me = { of: 'me', to: '/me', icon: CircleUserRound, label: t('places.me') };
  const tab = ({ of, to, icon: Icon, label }: Way) => (
    <NavLink key={to} to={to} className={styles.item ?? ''}>
      <span className={styles.sign}>
        <Icon size={20} strokeWidth={1.5} aria-hidden />
        <Count of={of} waiting={waiting} small />
      </span>
      {of === customers?.name ? say(customers.label) : label}
    </NavLink>
  );
  return (
    <nav aria-label={t('nav.label')} className={styles.bar}>
      {[...list('today'), ...list(customers?.name)].map(tab)}
      <Make />
      {[...list('messages'), me].map(tab)}
    </nav>
  );
}

/** What can be made: a note on the record that is open, and records of each object. */
function Make() {
  const { t } = useTranslation('shell');
  const objects = useObjects();
  const open = useMatch('/:object/:id');
  const noting =
    objects.some(({ name }) => name === open?.params.object) &&
    objects.some(({ name, can }) => name === 'activity' && can.create === true);
  const items: MenuItem[] = [
    ...(noting
      ? [
          {
            key: 'note',
            icon: <PenLine size={16} strokeWidth={1.5} aria-hidden />,
            label: t('me.note_here'),
            run: () => void perform('record', 'note'),
          },
        ]
      : []),
    ...creatable(objects).map((object) => {
      const Icon = iconOf(object.name, objects);
      return {
        key: object.name,
        icon: <Icon size={16} strokeWidth={1.5} aria-hidden />,
        label: say(object.label),
        run: () => overlay.show({ kind: 'create', object: object.name }),
      };
    }),
  ];
  return items.length > 0 ? (
    <Menu label={t('create')} items={items} className={styles.make}>
      <Plus size={22} aria-hidden />
    </Menu>
  ) : null;
}
