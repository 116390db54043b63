import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ChevronLeft, ExternalLink } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { labelQuery } from '@/lib/choices';
import { moment } from '@/lib/format';
import { objectQuery, say, useObjects, type ObjectMeta } from '@/lib/meta';
import { Alert } from '@/ui/Alert';
import { Notice } from '@/ui/Notice';
import { Tag } from '@/ui/Tag';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { Waiting } from '@/ui/Waiting';
import {
  flowQuery,
  kindsQuery,
  replay,
  runQuery,
  versionQuery,
  type Flow,
  type Kinds,
  type Outlook,
  type Run,
  type Taken,
} from '../api';
import { Canvas } from '../design/Canvas';
import { useWalking } from '../design/useWalking';
import design from '../design/Design.module.css';
import { Gate } from '../Gate';
import { Graph } from '../graph/Graph';
import { called } from '../model/called';
import { marksOf } from '../model/marks';
import type { Card, Definition } from '../model/tree';
import { useAbouts } from '../useAbouts';
import { Effects } from './Effects';
import { RunsHead } from './RunsHead';
import { Parts } from './Parts';
import { stateColours } from './states';
import { StepList } from './StepList';
import { Undo } from './Undo';
import { why } from './why';
import styles from './Runs.module.css';

type Whole = Run & { steps: Taken[]; changes: Outlook['changes'] };

/** One run on the graph by which it went. */
export function RunPage() {
  return (
    <Gate>
      <Loaded />
    </Gate>
  );
}

function Loaded() {
  const { t } = useTranslation('flow');
  const { id = '', run: name = '' } = useParams();
  const { data: flow, error } = useQuery(flowQuery(id));
  const { data: run, error: lost } = useQuery(runQuery(id, name));
  const { data: version } = useQuery({
    ...versionQuery(run?.version ?? ''),
    enabled: run !== undefined,
  });
  const { data: meta } = useQuery({
    ...objectQuery(flow?.object ?? ''),
    enabled: flow !== undefined && flow !== null,
  });
  const { data: kinds } = useQuery({
    ...kindsQuery(flow?.object ?? ''),
    enabled: flow !== undefined && flow !== null,
  });
  if (error && flow === undefined) {
    throw error;
  }
  if (flow === null || (lost && !run)) {
    return <Notice title={t('runs.missing')} hint={t('missing_hint')} />;
  }
  if (version === null) {
    return <Notice title={t('runs.no_version')} />;
  }
  return flow && run && version && meta && kinds ? (
    <Drawn flow={flow} run={run} version={version} meta={meta} kinds={kinds} />
  ) : (
    <Waiting lines={10} />
  );
}

interface Props {
  flow: Flow;
  run: Whole;
  version: { number: number; definition: Definition };
  meta: ObjectMeta;
  kinds: Kinds;
}

function Drawn({ flow, run, version: { number, definition }, meta, kinds }: Props) {
  const { t } = useTranslation('flow');
  const { t: common } = useTranslation();
  const canvas = useRef<HTMLDivElement>(null);
  const objects = useObjects();
  const { names, about } = useAbouts(meta, kinds, definition);
  const [chosen, choose] = useState<Card>();
  const [busy, setBusy] = useState(false);
  const walking = useWalking(canvas, definition, undefined);
  const { data: label } = useQuery(labelQuery(run.object, run.record));
  const reason = why(run.reason, t);
  const wrong =
    run.state === 'failed' && run.step !== null
      ? new Map([[run.step, [{ member: '', message: reason }]]])
      : new Map<Card, { member: string; message: string }[]>();
  const loops = run.steps.filter(({ outcome }) => outcome === 'looping');
  const retry = async () => {
    setBusy(true);
    try {
      toast.done(t('runs.replayed', { count: await replay(flow.id, [run.id]) }));
    } catch (refused) {
      tell(refused);
    }
    setBusy(false);
  };
  return (
    <div className={design.page}>
      <RunsHead flow={flow} />
      <div className={styles.run}>
        <Canvas canvas={canvas}>
          <Graph
            definition={definition}
            meta={meta}
            kinds={kinds}
            names={names}
            about={about}
            chosen={chosen}
            first={walking.first}
            wrong={wrong}
            marks={marksOf(definition, run)}
            drawing={undefined}
            onChoose={choose}
          />
        </Canvas>
        <aside aria-label={t('runs.one')} className={styles.told_of}>
          <Link
            to={`/settings/flows/${flow.id}/runs${run.parent === null ? '' : `/${run.parent}`}`}
            className={styles.back}
          >
            <ChevronLeft size={14} aria-hidden />
            {t(run.parent === null ? 'runs.back' : 'runs.back_whole')}
          </Link>
          <h2 className={styles.record}>
            {label === null ? common('hidden_record') : (label ?? '…')}
            <Link
              to={`/${run.object}/${run.record}`}
              aria-label={t('runs.open_record')}
              title={t('runs.open_record')}
            >
              <ExternalLink size={14} aria-hidden />
            </Link>
          </h2>
          <div className={styles.facts}>
            <Tag seed={run.state} colour={stateColours[run.state]}>
              {t(`runs.state.${run.state}`)}
            </Tag>
            <span className={styles.hint}>{say(objects.find(({ name }) => name === run.object)?.label)}</span>
          </div>
          {reason !== '' && <Alert kind={run.state === 'failed' ? 'danger' : 'info'}>{reason}</Alert>}
          {run.state === 'failed' && (
            <Button type="primary" loading={busy} className={styles.go ?? ''} onClick={() => void retry()}>
              {t('runs.replay')}
            </Button>
          )}
          {run.parent !== null && <p className={styles.hint}>{t('runs.part')}</p>}
          {run.undone_at !== null && (
            <Alert kind="info">{t('undo_run.undone', { at: moment(run.undone_at) })}</Alert>
          )}
          <ul className={styles.plain}>
            <li>{t('runs.version', { n: number })}</li>
            <li>{t('runs.begun_at', { at: moment(run.begun_at) })}</li>
            {run.ended_at !== null && <li>{t('runs.ended_at', { at: moment(run.ended_at) })}</li>}
            {run.state === 'running' && run.due_at !== null && !run.held && (
              <li>{t('runs.due', { at: moment(run.due_at) })}</li>
            )}
            {run.held && run.state === 'running' && <li>{t('runs.held')}</li>}
            {run.depth > 1 && <li>{t('runs.depth', { n: run.depth })}</li>}
          </ul>
          <section aria-label={t('runs.steps')} className={styles.section}>
            <h3>{t('runs.steps')}</h3>
            <StepList
              definition={definition}
              steps={run.steps}
              below={(step) => {
                const at = loops.indexOf(step);
                return (
                  at >= 0 && <Parts flow={flow.id} run={run.id} loop={step} before={loops[at + 1]?.at} />
                );
              }}
              called={(card) => called(card, definition, about, t)}
            />
          </section>
          {run.changes.length > 0 && (
            <section aria-label={t('runs.changes')} className={styles.section}>
              <h3>{t('runs.changes')}</h3>
              <Effects real changes={run.changes} />
            </section>
          )}
          {run.parent === null && run.state !== 'running' && <Undo flow={flow.id} run={run} />}
        </aside>
      </div>
    </div>
  );
}
