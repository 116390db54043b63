import { Plus } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import { Sentence } from '@/records/list/filter/Sentence';
import { stepSaid } from '../model/said';
import {
  asksPeople,
  isForRest,
  isLoop,
  SHARES,
  stepsIn,
  wayCard,
  type Row,
  type Step,
  type Way,
} from '../model/tree';
import { CardFrame } from './CardFrame';
import { GraphContext, useGraph } from './context';
import { Link } from './Link';
import { stepSign } from './signs';
import styles from './Graph.module.css';

/** Steps below each other, with lines between. */
export function Steps({ steps, row }: { steps: Step[]; row?: Row }) {
  return (
    <>
      {steps.map((step, i) => (
        <Fragment key={step.id}>
          <StepCard step={step} />
          {isLoop(step) ? <Loop step={step} /> : step.ways && <Fork step={step} ways={step.ways} />}
          <Link spot={{ row, at: i + 1 }} ends={step.do === 'stop'} />
        </Fragment>
      ))}
    </>
  );
}

function StepCard({ step }: { step: Step }) {
  const { t } = useTranslation('flow');
  const { kinds, names } = useGraph();
  const kind = say(kinds.steps.find(({ name }) => name === step.do)?.label) || step.do;
  const lines = stepSaid(step, names, t);
  const text = lines.join(t('comma'));
  return (
    <CardFrame
      card={step.id}
      title={lines[0] ?? kind}
      spoken={text === '' ? kind : t('card_step', { kind, text })}
      sign={stepSign(step.do)}
      kind={kind}
    >
      {lines.map((line, i) => (
        <span key={i} className={styles.line}>
          {line}
        </span>
      ))}
    </CardFrame>
  );
}

/** What is done for each of several records, in a frame; what comes behind waits for all of them. */
function Loop({ step }: { step: Step }) {
  const { t } = useTranslation('flow');
  const graph = useGraph();
  const row = { step: step.id, way: 0 };
  const inner = graph.about(row);
  const steps = step.ways?.[0]?.steps ?? [];
  const title = inner ? t('loop.each', { object: inner.names.object }) : t('loop.unknown');
  const when = step.input.when as Filter | undefined;
  // what was done for each record is told by runs of their own
  const told = stepsIn(steps).some(({ id }) => graph.marks?.has(id));
  const marks = graph.marks?.has(step.id) && !told ? undefined : graph.marks;
  return (
    <>
      <span className={styles.stub} />
      <section aria-label={title} className={styles.loop}>
        <span className={styles.loop_name}>{title}</span>
        {inner && when && (
          <span className={styles.condition}>
            {t('only_for')} <Sentence meta={inner.meta} filter={when} />
          </span>
        )}
        {(inner ?? steps.length > 0) && (
          <GraphContext value={{ ...graph, ...inner, marks }}>
            <Link spot={{ row, at: 0 }} />
            <Steps steps={steps} row={row} />
          </GraphContext>
        )}
        <span className={styles.end}>{t('loop.end')}</span>
      </section>
    </>
  );
}

/** The ways of a step side by side, and the one for what none of them takes. */
function Fork({ step, ways }: { step: Step; ways: Way[] }) {
  const { t } = useTranslation('flow');
  const { drawing } = useGraph();
  const shared = SHARES in step.input;
  const asks = asksPeople(step);
  const open = !shared && !isForRest(step, ways.length - 1);
  return (
    <>
      <div className={styles.fork}>
        {drawing && drawing.moving === undefined && !asks && (
          <button type="button" className={styles.ways_add} onClick={() => drawing.onWay(step)}>
            <Plus size={14} strokeWidth={2} aria-hidden />
            {t('add_way')}
          </button>
        )}
      </div>
      <div className={styles.ways}>
        {ways.map((way, i) => (
          <div key={i} className={styles.way}>
            <span className={styles.rail} data-end="top" />
            <span className={styles.stub} />
            <WayCard step={step} way={way} at={i} />
            <Link spot={{ row: { step: step.id, way: i }, at: 0 }} />
            <Steps steps={way.steps} row={{ step: step.id, way: i }} />
            {asks ? (
              <>
                <span className={styles.end}>{t('end')}</span>
                <span className={styles.past} />
              </>
            ) : (
              <>
                <span className={styles.filler} />
                <span className={styles.rail} data-end="bottom" />
              </>
            )}
          </div>
        ))}
        {open && (
          <div className={styles.way} data-open data-passed={asks}>
            <span className={styles.rail} data-end="top" />
            <span className={styles.stub} />
            <RestCard step={step} />
            <span className={styles.filler} />
            <span className={styles.rail} data-end="bottom" />
          </div>
        )}
      </div>
    </>
  );
}

function WayCard({ step, way, at }: { step: Step; way: Way; at: number }) {
  const { t } = useTranslation('flow');
  const { meta } = useGraph();
  const shares = step.input[SHARES];
  const rest = isForRest(step, at);
  const refused = asksPeople(step);
  const name = way.name || (refused ? t('approval.refused') : rest ? t('rest') : t('way_n', { n: at + 1 }));
  return (
    <CardFrame card={wayCard(step.id, at)} title={name} spoken={t('card_way', { name })} kind={name} small>
      <span className={styles.condition} data-open={shares === undefined && !way.when && !rest && !refused}>
        {Array.isArray(shares) ? (
          t('way_share', { share: String(shares[at] ?? 0) })
        ) : way.when ? (
          <Sentence meta={meta} filter={way.when} />
        ) : (
          t(refused ? 'approval.refused_ends' : rest ? 'rest_hint' : 'always')
        )}
      </span>
    </CardFrame>
  );
}

/** Where records go that no way takes, as long as nothing is said of them. */
function RestCard({ step }: { step: Step }) {
  const { t } = useTranslation('flow');
  const { drawing } = useGraph();
  return (
    <span className={styles.rest}>
      {t(asksPeople(step) ? 'approval.passed' : 'rest')}
      {drawing && drawing.moving === undefined && !asksPeople(step) && (
        <button
          type="button"
          className={styles.plus}
          aria-label={t('rest_add')}
          title={t('rest_add')}
          onClick={() => drawing.onRest(step)}
        >
          <Plus size={14} strokeWidth={2} aria-hidden />
        </button>
      )}
    </span>
  );
}
