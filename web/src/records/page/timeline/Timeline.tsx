import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '@/lib/api';
import { moment } from '@/lib/format';
import { useMakes, type ObjectMeta } from '@/lib/meta';
import { leaving, recordsKey } from '@/lib/records';
import { Further } from '@/ui/Further';
import { Notice } from '@/ui/Notice';
import { byArrows, radio } from '@/ui/radios';
import { Waiting } from '@/ui/Waiting';
import { kinds, objectOf } from '../../writing/compose';
import { boxesOf, calledOf } from '../mail/address';
import { answerTo, ownBoxes } from '../mail/answer';
import { sends } from '../mail/draft';
import { MailItem } from '../mail/MailItem';
import { isMail, threaded } from '../mail/threaded';
import { toast } from '@/ui/toast';
import { backTo } from '../mail/leaving';
import { bringMail } from '../mail/useMailDraft';
import { Composer } from './Composer';
import { Happened } from './Happened';
import type { Item } from './item';
import { partNames, parts, type Part } from './parts';
import styles from './Timeline.module.css';

/** All that happened, or a part of it, the newest first. */
export function Timeline({ meta, id }: { meta: ObjectMeta; id: string }) {
  const { t } = useTranslation('record');
  const { t: mail } = useTranslation('mail');
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
  const all: Item[] = items.data?.pages.flatMap((page) => page.items) ?? [];
  const own = ownBoxes(all);
  const answer = (item: Item, every: boolean) => {
    const who = boxesOf(item.facts.mail_from).map(calledOf)[0] ?? '';
    const said = mail('said', { when: moment(item.at), who });
    const before = bringMail(object, id, answerTo(item, every, own, said));
    if (before) {
      toast.done(mail('put_aside'), backTo(object, id, before));
    }
  };
  return (
    <section aria-labelledby={heading} className={styles.timeline}>
      {first && <Composer meta={meta} id={id} kinds={[first, ...others]} />}
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
        {threaded(all).map(({ item, earlier }) =>
          isMail(item) ? (
            <MailItem
              key={item.id}
              {...{ item, earlier, own }}
              onAnswer={first && sends(meta) ? answer : undefined}
            />
          ) : (
            <Happened key={item.id} meta={meta} item={item} />
          ),
        )}
      </ol>
      <Further pages={items} rest={all.length > 0} />
    </section>
  );
}
