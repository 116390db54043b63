import { PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMatch } from 'react-router';
import { say, useObjects } from '@/lib/meta';
import { perform } from '@/ui/keys';
import { Menu, type MenuItem } from '@/ui/Menu';
import { creatable, iconOf } from './menu';
import { overlay } from './overlay';

interface Props {
  className: string | undefined;
  /** What the button shows. */
  children: ReactNode;
}

/** What can be made: a note on the record that is open, and records of each object, that of the page first. */
export function Make({ className, children }: Props) {
  const { t } = useTranslation('shell');
  const objects = useObjects();
  const here = useMatch('/:object/:id?')?.params;
  const noting =
    here?.id !== undefined &&
    objects.some(({ name }) => name === here.object) &&
    objects.some(({ name, can }) => name === 'activity' && can.create === true);
  const note: MenuItem = {
    key: 'note',
    icon: <PenLine size={16} strokeWidth={1.5} aria-hidden />,
    label: t('me.note_here'),
    run: () => void perform('record', 'note'),
  };
  const items = [
    ...(noting ? [note] : []),
    ...creatable(objects, here?.object).map((object) => {
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
    <Menu label={t('create')} items={items} className={className}>
      {children}
    </Menu>
  ) : null;
}
