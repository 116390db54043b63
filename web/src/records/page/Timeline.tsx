import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '@/lib/api';
import { moment, relative } from '@/lib/format';
import { recordsKey } from '@/lib/records';
import { Face } from '@/ui/Face';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import { Composer } from './Composer';
import styles from './Timeline.module.css';

type Item = Schemas['TimelineItem'];

/** All that happened, the newest first. */
export function Timeline({ object, id }: { object: string; id: string }) {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const items = useInfiniteQuery({
    queryKey: [...recordsKey(object), 'timeline', id],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/api/v1/records/{object}/{id}/timeline', {
          params: { path: { object, id }, query: pageParam === null ? {} : { after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const all = items.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="timeline" className={styles.timeline}>
      <h2 id="timeline" className={styles.title}>
        {t('timeline')}
      </h2>
      <Composer object={object} id={id} />
      {items.isPending && <Waiting />}
      {items.isSuccess && all.length === 0 && (
        <Notice title={t('empty_timeline')} hint={t('empty_timeline_hint')} />
      )}
      <ol className={styles.items}>
        {all.map((item) => (
          <Happened key={item.id} item={item} />
        ))}
      </ol>
      {items.hasNextPage && (
        <Button onClick={() => void items.fetchNextPage()} loading={items.isFetchingNextPage}>
          {common('more')}
        </Button>
      )}
    </section>
  );
}

function Happened({ item }: { item: Item }) {
  const who = item.actor?.label ?? '';
  return (
    <li className={styles.item}>
      <Face name={who} size={24} />
      <div className={styles.what}>
        <div className={styles.line}>
          <strong>{who}</strong>
          {item.title && <span>{item.title}</span>}
          <time dateTime={item.at} title={moment(item.at)} className={styles.time}>
            {relative(item.at)}
          </time>
        </div>
        {item.body && <p className={styles.body}>{item.body}</p>}
        {item.why && <p className={styles.why}>{item.why}</p>}
      </div>
    </li>
  );
}
