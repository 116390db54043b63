import { CircleUserRound, PenLine, Plus, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink, useMatch } from 'react-router';
import { say, useObjects } from '@/lib/meta';
import { perform } from '@/ui/keys';
import { Menu, type MenuItem } from '@/ui/Menu';
import { Count } from './Count';
import { creatable, iconOf, menuOf, messagesOf, placesOf } from './menu';
import { overlay } from './overlay';
import { useWaiting, type WaitingPlace } from './waiting';
import styles from './BottomBar.module.css';

interface Item {
  of: string;
  to: string;
  icon: LucideIcon;
  name: string;
}

/** On the phone, in reach of the thumb: the day, the customers, something new, what was said, and everything else. */
export function BottomBar() {
  const { t } = useTranslation('shell');
  const objects = useObjects();
  const waiting = useWaiting();
  const menu = menuOf(objects);
  const customers = menu.find(({ name }) => name === 'account') ?? menu[0];
  const place = ({ name, to, icon }: ReturnType<typeof placesOf>[number]): Item => ({
    of: name,
    to,
    icon,
    name: t(`places.${name}`),
  });
  const left: Item[] = [
    ...placesOf(objects)
      .filter(({ name }) => name === 'today')
      .map(place),
    ...(customers
      ? [
          {
            of: customers.name,
            to: `/${customers.name}`,
            icon: iconOf(customers.name, objects),
            name: say(customers.label),
          },
        ]
      : []),
  ];
  const right: Item[] = [
    ...messagesOf(objects).map(place),
    { of: 'me', to: '/me', icon: CircleUserRound, name: t('places.me') },
  ];
  const tab = ({ of, to, icon: Icon, name }: Item) => (
    <NavLink key={to} to={to} className={styles.item ?? ''}>
      <span className={styles.sign}>
        <Icon size={20} strokeWidth={1.5} aria-hidden />
        <Count of={of as WaitingPlace} counted={waiting[of as WaitingPlace]} small />
      </span>
      {name}
    </NavLink>
  );
  return (
    <nav aria-label={t('nav.label')} className={styles.bar}>
      {left.map(tab)}
      <Make />
      {right.map(tab)}
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
