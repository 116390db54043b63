import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '@/lib/api';
import { useMakes, type ObjectMeta } from '@/lib/meta';
import { leaving, recordsKey } from '@/lib/records';
import { Further } from '@/ui/Further';
import { Notice } from '@/ui/Notice';
import { byArrows, radio } from '@/ui/radios';
import { Waiting } from '@/ui/Waiting';
import { kinds, objectOf } from '../../writing/compose';
import { Composer } from './Composer';
import { Happened } from './Happened';
import { partNames, parts, type Part } from './parts';
import styles from './Timeline.module.css';

/** All that happened, or a part of it, the newest first. */
export function Timeline({ meta, id }: { meta: ObjectMeta; id: string }) {
  const { t } = useTranslation('record');
  const heading = useId();
  const object = meta.name;
  const [part, look] = useState<Part>('all');
  const makes = useMakes();
  const [first, ...others] = kinds.filter((kind) => makes(objectOf(kind)));
  const items = useInfiniteQuery({
    queryKey: [...recordsKey(object), 'timeline', id, part],
    enabled: () => !leaving.has(id),
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/api/v1/records/{object}/{id}/timeline', {
          params: {
            path: { object, id },
            query: {
              ...(pageParam !== null && { after: pageParam }),
              ...(parts[part] !== undefined && { only: parts[part] }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const all = items.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby={heading} className={styles.timeline}>
      {first && <Composer object={object} id={id} kinds={[first, ...others]} />}
      <div className={styles.top}>
        <h2 id={heading} className={styles.title}>
          {t('timeline')}
        </h2>
        <div role="radiogroup" aria-label={t('part')} className={styles.parts} onKeyDown={byArrows}>
          {partNames.map((each) => (
            <button key={each} {...radio(each === part)} className={styles.part} onClick={() => look(each)}>
              {t(`parts.${each}`)}
            </button>
          ))}
        </div>
      </div>
      {items.isPending && <Waiting />}
      {items.isSuccess &&
        all.length === 0 &&
        (part === 'all' ? (
          <Notice title={t('empty_timeline')} hint={t('empty_timeline_hint')} />
        ) : (
          <p className={styles.none}>{t('empty_part')}</p>
        ))}
      <ol className={styles.items}>
        {all.map((item) => (
          <Happened key={item.id} meta={meta} item={item} />
        ))}
      </ol>
      <Further pages={items} rest={all.length > 0} />
    </section>
  );
}
