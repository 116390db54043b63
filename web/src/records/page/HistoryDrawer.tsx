import { useInfiniteQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '@/lib/api';
import { moment, relative } from '@/lib/format';
import type { ObjectMeta } from '@/lib/meta';
import { recordsKey } from '@/lib/records';
import { Further } from '@/ui/Further';
import { useNarrow } from '@/ui/useNarrow';
import { Waiting } from '@/ui/Waiting';
import { Changes } from './Changes';
import { Why } from './Why';
import styles from './HistoryDrawer.module.css';

type Item = Schemas['HistoryItem'];

/** What was changed from what to what, by whom and why, the newest first. */
export function HistoryDrawer({ meta, id, onClose }: { meta: ObjectMeta; id: string; onClose: () => void }) {
  const { t } = useTranslation('record');
  const narrow = useNarrow();
  const history = useInfiniteQuery({
    queryKey: [...recordsKey(meta.name), 'history', id],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/api/v1/records/{object}/{id}/history', {
          params: {
            path: { object: meta.name, id },
            query: pageParam === null ? {} : { after: pageParam },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Drawer open title={t('history')} size={narrow ? '100%' : 560} onClose={onClose}>
      {history.isPending && <Waiting lines={8} />}
      <ol className={styles.items}>
        {items.map((item) => (
          <Told key={item.id} meta={meta} id={id} item={item} />
        ))}
      </ol>
      <Further pages={history} rest={items.length > 0} />
    </Drawer>
  );
}

function Told({ meta, id, item }: { meta: ObjectMeta; id: string; item: Item }) {
  const { t } = useTranslation('record');
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <span>
          <strong>{item.actor.label}</strong> {t(`acts.${item.act}`)}
        </span>
        <time dateTime={item.at} title={moment(item.at)}>
          {relative(item.at)}
        </time>
      </div>
      <Why item={item} object={meta.name} record={id} />
      {item.changes.length > 0 && (
        <Changes meta={meta} changes={item.changes} fresh={item.act === 'created'} />
      )}
    </li>
  );
}
