import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { labelQuery } from '@/lib/choices';
import { moment, relative } from '@/lib/format';
import { Notice } from '@/ui/Notice';
import { Tag } from '@/ui/Tag';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { Waiting } from '@/ui/Waiting';
import { flowQuery, replay, runsKeyOf, runsPage, type Flow, type Run } from '../api';
import { Gate } from '../Gate';
import { RunsHead } from './RunsHead';
import { stateColours, states } from './states';
import { why } from './why';
import styles from './Runs.module.css';

/** What a flow did, the newest first. */
export function RunsPage() {
  return (
    <Gate>
      <Runs />
    </Gate>
  );
}

function Runs() {
  const { t } = useTranslation('flow');
  const { id = '' } = useParams();
  const [asked, ask] = useSearchParams();
  const state = states.find((each) => each === asked.get('state'));
  const { data: flow, error } = useQuery(flowQuery(id));
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: runsKeyOf(id, state),
    queryFn: ({ pageParam, signal }) => runsPage(id, { state, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  if (error && flow === undefined) {
    throw error;
  }
  if (flow === null) {
    return <Notice title={t('missing')} hint={t('missing_hint')} />;
  }
  const runs = data?.pages.flatMap(({ items }) => items);
  const failed = runs?.filter((run) => run.state === 'failed').map((run) => run.id) ?? [];
  const retry = async () => {
    try {
      toast.done(t('runs.replayed', { count: await replay(id, failed) }));
    } catch (refused) {
      tell(refused);
    }
  };
  return (
    <div className={styles.page}>
      {flow && <RunsHead flow={flow} />}
      <div className={styles.tools}>
        <div role="group" aria-label={t('runs.filter')} className={styles.states}>
          {[undefined, ...states].map((each) => (
            <button
              key={each ?? 'all'}
              type="button"
              className={styles.state}
              aria-pressed={state === each}
              onClick={() => ask(each === undefined ? {} : { state: each }, { replace: true })}
            >
              {t(`runs.state.${each ?? 'all'}`)}
            </button>
          ))}
        </div>
        {failed.length > 0 && (
          <Button onClick={() => void retry()}>{t('runs.replay_all', { count: failed.length })}</Button>
        )}
      </div>
      {!runs ? (
        <Waiting lines={8} />
      ) : runs.length === 0 ? (
        <Notice
          title={t(state === undefined ? 'runs.empty' : 'runs.empty_state')}
          {...(state === undefined && { hint: t('runs.empty_hint') })}
        />
      ) : (
        <>
          <ul aria-label={t('tabs.runs')} className={styles.rows}>
            {runs.map((run) => (
              <RunRow key={run.id} flow={flow} run={run} />
            ))}
          </ul>
          {hasNextPage && (
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('runs.more')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function RunRow({ flow, run }: { flow: Flow | undefined; run: Run }) {
  const { t } = useTranslation('flow');
  const { t: common } = useTranslation();
  const { data: label } = useQuery(labelQuery(run.object, run.record));
  const said =
    run.state === 'running'
      ? run.held
        ? t('runs.held')
        : run.due_at === null
          ? ''
          : t('runs.due', { at: relative(run.due_at) })
      : why(run.reason, t);
  return (
    <li className={styles.row}>
      <Tag seed={run.state} colour={stateColours[run.state]}>
        {t(`runs.state.${run.state}`)}
      </Tag>
      <span className={styles.what}>
        <Link to={`/settings/flows/${flow?.id ?? ''}/runs/${run.id}`} className={styles.name}>
          {label === null ? common('hidden_record') : (label ?? '…')}
        </Link>
        {run.parent !== null && <span className={styles.hint}>{t('runs.part')}</span>}
        {said !== '' && <span className={run.state === 'failed' ? styles.failed : styles.hint}>{said}</span>}
      </span>
      <time className={styles.hint} dateTime={run.begun_at} title={moment(run.begun_at)}>
        {t('runs.begun_at', { at: relative(run.begun_at) })}
      </time>
    </li>
  );
}
