import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { labelQuery } from '@/lib/choices';
import { Tag } from '@/ui/Tag';
import { partsKey, runsPage, type Run, type Taken } from '../api';
import { stateColours } from './states';
import { why } from './why';
import styles from './Runs.module.css';

const FEW = 20;

interface Props {
  flow: string;
  run: string;
  /** Where the run began them; as many as that says. */
  loop: Taken;
  /** When its next loop began others. */
  before: string | undefined;
}

/** The runs that a loop began, one for each record that it took. */
export function Parts({ flow, run, loop, before }: Props) {
  const { t } = useTranslation('flow');
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: partsKey(flow, run),
    queryFn: ({ pageParam, signal }) => runsPage(flow, { parent: run, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const begun = (part: Run) => Date.parse(part.begun_at);
  const parts = data?.pages
    .flatMap(({ items }) => items)
    .filter(
      (part) =>
        begun(part) >= Date.parse(loop.at) && (before === undefined || begun(part) < Date.parse(before)),
    );
  const count = Number(loop.detail);
  return (
    <details className={styles.parts} open={count <= FEW}>
      <summary>
        <ChevronRight size={14} aria-hidden />
        {t('runs.parts', { count })}
      </summary>
      <ul className={styles.left}>
        {parts?.map((part) => (
          <Part key={part.id} flow={flow} part={part} />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('runs.more')}
        </Button>
      )}
    </details>
  );
}

function Part({ flow, part }: { flow: string; part: Run }) {
  const { t } = useTranslation('flow');
  const { t: common } = useTranslation();
  const { data: label } = useQuery(labelQuery(part.object, part.record));
  const reason = why(part.reason, t);
  return (
    <li>
      <span className={styles.facts}>
        <Tag seed={part.state} colour={stateColours[part.state]}>
          {t(`runs.state.${part.state}`)}
        </Tag>
        <Link to={`/settings/flows/${flow}/runs/${part.id}`}>
          {label === null ? common('hidden_record') : (label ?? '…')}
        </Link>
      </span>
      {reason !== '' && (
        <span className={part.state === 'failed' ? styles.failed : styles.hint}>{reason}</span>
      )}
    </li>
  );
}
