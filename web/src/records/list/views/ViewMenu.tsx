import { CalendarDays, Kanban, Plus, Rows3, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '@/lib/meta';
import { Floating } from '@/ui/Floating';
import { PickList, type Pick } from '@/ui/PickList';
import type { Kind } from './arrangement';
import type { Origin, ViewChoice } from './choices';
import { useViewName } from './useViewName';
import type { Views } from './useViews';
import styles from './ViewBar.module.css';

const icons: Record<Kind, LucideIcon> = { table: Rows3, board: Kanban, calendar: CalendarDays };
const origins: Origin[] = ['built_in', 'own', 'company', 'shared'];

interface Props {
  meta: ObjectMeta;
  views: Views;
  anchor: HTMLElement;
  onAdd: () => void;
  onClose: () => void;
}

interface Item extends Pick {
  choice?: ViewChoice;
}

/** All views that the person may choose, by whose they are. */
export default function ViewMenu({ meta, views, anchor, onAdd, onClose }: Props) {
  const { t } = useTranslation('views');
  const nameOf = useViewName(meta);
  const [text, type] = useState('');
  const like = (name: string) => name.toLowerCase().includes(text.trim().toLowerCase());
  const items = origins.flatMap((origin) =>
    views.choices
      .filter((choice) => choice.origin === origin)
      .map((choice): Item => {
        const Icon = icons[choice.arrangement.kind];
        const { full } = nameOf(choice);
        const from = choice.origin === 'shared' ? by(choice) : undefined;
        return {
          key: choice.id,
          label: full,
          icon: <Icon size={16} strokeWidth={1.5} aria-hidden />,
          group: t(`origin.${origin}`),
          current: choice.id === views.current.id,
          choice,
          ...(from !== undefined && {
            drawn: (
              <>
                {full}
                <span className={styles.from}>{from}</span>
              </>
            ),
          }),
        };
      })
      .filter((item) => like(item.label)),
  );
  const add: Item = {
    key: '+',
    label: t('add_this'),
    icon: <Plus size={16} strokeWidth={1.5} aria-hidden />,
    group: '',
  };
  return (
    <Floating anchor={anchor} label={t('all')} onClose={onClose} width={296}>
      <PickList<Item>
        autoFocus
        items={[...items, ...(text === '' ? [add] : [])]}
        text={text}
        onText={type}
        placeholder={t('search')}
        empty={t('none_found')}
        onPick={({ choice }) => {
          if (choice) {
            views.open(choice.id);
            onClose();
          } else {
            onAdd();
          }
        }}
      />
    </Floating>
  );
}

function by({ saved }: ViewChoice): string | undefined {
  return saved?.owner && 'label' in saved.owner ? (saved.owner.label ?? undefined) : undefined;
}
