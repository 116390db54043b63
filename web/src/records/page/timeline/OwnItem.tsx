import { useQueryClient } from '@tanstack/react-query';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { remove } from '@/lib/changes';
import { recordQuery } from '@/lib/records';
import { Menu, type MenuItem } from '@/ui/Menu';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { useRestore } from '../../useRestore';
import type { Item } from './item';
import styles from './Timeline.module.css';

/** What somebody can do with what they wrote. */
export function OwnItem({ item, onReword }: { item: Item; onReword?: () => void }) {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const restore = useRestore();
  const refresh = () => queries.invalidateQueries({ queryKey: ['records'] });
  const back = async () => {
    try {
      await restore(item.object, item.record.id);
    } catch (refused) {
      tell(refused);
    }
  };
  const drop = async () => {
    try {
      await remove(
        item.object,
        await queries.query({ ...recordQuery(item.object, item.record.id), staleTime: 0 }),
      );
      await refresh();
      toast.done(t('item_deleted'), { undo: () => void back() });
    } catch (refused) {
      tell(refused);
    }
  };
  const items: MenuItem[] = [
    {
      key: 'delete',
      label: common('delete'),
      danger: true,
      icon: <Trash2 size={16} strokeWidth={1.5} aria-hidden />,
      run: () => void drop(),
    },
  ];
  if (onReword) {
    items.unshift({
      key: 'reword',
      label: t('reword'),
      icon: <Pencil size={16} strokeWidth={1.5} aria-hidden />,
      run: onReword,
    });
  }
  return (
    <Menu label={t('more')} items={items} className={styles.own}>
      <Ellipsis size={14} strokeWidth={1.5} aria-hidden />
    </Menu>
  );
}
