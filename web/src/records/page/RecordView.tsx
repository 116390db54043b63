import { ChevronLeft, Phone } from 'lucide-react';
import { Suspense, useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Show } from '@/fields/Show';
import { isEmpty } from '@/fields/values';
import { lazy } from '@/lib/lazy';
import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { cameFrom } from '@/ui/kept';
import { IconLink } from '@/ui/IconButton';
import { useNarrow } from '@/ui/useNarrow';
import { Waiting } from '@/ui/Waiting';
import { useStories, type Story } from '../approval/api';
import { Failed } from '../approval/Failed';
import { locked, LocksContext } from '../approval/locks';
import { Submit } from '../approval/Submit';
import { useStandings, type Standing } from '../process/api';
import { aboutMark } from '../writing/about';
import { FavouriteButton } from '../favourite/FavouriteButton';
import { Related } from '../related/Related';
import { Acts } from './Acts';
import { Fact } from './Fact';
import { Facts } from './Facts';
import { FieldGate } from './FieldGate';
import { FollowButton } from './FollowButton';
import { KeyLine } from './KeyLine';
import { More } from './More';
import { Parts, useParts } from './Parts';
import { StagePath } from './StagePath';
import { pathOf } from '../path/pathOf';
import { NEXT_STEP, keyFacts, needsLabel } from '../telling';
import { Timeline } from './timeline/Timeline';
import { useCalled } from './useCalled';
import { useRecordKeys } from './useRecordKeys';
import styles from './RecordView.module.css';

const ApprovalBar = lazy(() => import('../approval/ApprovalBar'));
const HistoryDrawer = lazy(() =>
  import('./HistoryDrawer').then((module) => ({ default: module.HistoryDrawer })),
);

interface Props {
  meta: ObjectMeta;
  entry: Entry;
  /** What it is shown in, beside another page, where there is less room and keys are for whoever is in it. */
  beside?: RefObject<HTMLElement | null>;
}

const NONE: Story[] = [];
const NO_STANDINGS: Standing[] = [];

/** Header with the stage path, facts on the left, what happened in the middle, what belongs to it on the right. */
export function RecordView({ meta: full, entry, beside }: Props) {
  const { t } = useTranslation('record');
  const approvals = useStories(full, entry);
  const stories = approvals.data ?? NONE;
  const { locks, open: meta } = useMemo(() => locked(full, stories), [full, stories]);
  const [looking, look] = useState(false);
  const { t: list } = useTranslation('list');
  const navigate = useNavigate();
  const article = useRef<HTMLElement>(null);
  useRecordKeys(meta, article, beside);
  const name = entry[meta.name_field];
  const called = typeof name === 'string' ? name : '—';
  const next = fieldOf(meta, NEXT_STEP);
  const { parts, part } = useParts(meta.name);
  const Part = beside ? undefined : part?.Part;
  const narrow = useNarrow();
  const whole = !narrow || beside !== undefined;
  const path = pathOf(meta);
  const { data: standings = NO_STANDINGS, ...processes } = useStandings(full, entry);
  const key = keyFacts(meta).filter((field) => !isEmpty(entry[field.name]));
  // in one hand what happened matters more; the rest waits behind a button
  const [unfolded, unfold] = useState(false);
  const whom = useCalled(meta, entry);
  const call = whom && (
    <IconLink
      to={`tel:${whom.tel}`}
      label={list('call', { name: whom.name })}
      hint={whom.tel}
      who={whom.own ? undefined : whom.name}
    >
      <Phone size={16} strokeWidth={1.5} aria-hidden />
    </IconLink>
  );
  const follow = <FollowButton object={meta.name} id={entry.id} />;
  const more = <More meta={meta} entry={entry} name={called} beside={beside} />;
  const back = !beside && (
    <Link
      to={`/${meta.name}`}
      className={styles.back}
      onClick={(event) => {
        if (cameFrom(`/${meta.name}`) && !event.metaKey && !event.ctrlKey) {
          event.preventDefault();
          void navigate(-1);
        }
      }}
    >
      <ChevronLeft size={16} strokeWidth={1.5} aria-hidden />
      <span className={whole ? undefined : 'sr-only'}>{say(meta.plural)}</span>
    </Link>
  );
  return (
    <LocksContext value={locks}>
      <article
        ref={article}
        className={styles.page}
        data-beside={beside !== undefined}
        {...aboutMark(meta.name, entry.id)}
      >
        <header className={styles.head}>
          {whole && back}
          <div className={styles.line}>
            <span className={styles.title}>
              {!whole && back}
              <h1 dir="auto">{called}</h1>
              <FavouriteButton object={meta.name} id={entry.id} name={called} />
              {!whole && call}
              {!whole && more}
            </span>
            {!whole && (key.length > 0 || next) && (
              <KeyLine meta={meta} entry={entry} open={unfolded} onTurn={() => unfold(!unfolded)} />
            )}
            <div className={styles.acts}>
              {whole && !whom?.own && call}
              {whole && follow}
              {whole && more}
              <Submit meta={full} id={entry.id} stories={approvals.data} />
              <Acts meta={meta} entry={entry} />
            </div>
          </div>
          {(whole || unfolded) && (
            <div className={styles.line}>
              <div className={styles.key}>
                {!whole && follow}
                {key.map((field) => (
                  <span key={field.name} title={say(field.label)}>
                    {needsLabel(field) && <small className={styles.called}>{say(field.label)}</small>}
                    <Show field={field} value={entry[field.name]} />
                  </span>
                ))}
              </div>
              {next && (
                <div className={styles.next}>
                  <span className="muted">{t('next_step')}</span>
                  <Fact object={meta.name} entry={entry} field={next} open={meta.can.update === true} />
                </div>
              )}
            </div>
          )}
          {approvals.isLoadingError && <Failed onRetry={() => void approvals.refetch()} />}
          {stories.length > 0 && (
            <Suspense fallback={null}>
              <ApprovalBar meta={full} stories={stories} beside={beside} onLook={() => look(true)} />
            </Suspense>
          )}
          {path && (
            <StagePath
              key={entry.id}
              meta={meta}
              entry={entry}
              field={path}
              standing={standings.find(({ field }) => field === path.name)}
            />
          )}
          {processes.isLoadingError && <Failed what="processes" onRetry={() => void processes.refetch()} />}
          {standings
            .filter(({ field }) => field !== path?.name)
            .map((standing) => (
              <FieldGate key={standing.process} meta={meta} entry={entry} standing={standing} />
            ))}
          {!beside && <Parts parts={parts} part={part} />}
        </header>
        {Part ? (
          <Suspense fallback={<Waiting lines={8} />}>
            <Part meta={meta} entry={entry} />
          </Suspense>
        ) : (
          <div className={styles.columns}>
            {whole && <Facts meta={meta} entry={entry} />}
            <Timeline meta={meta} id={entry.id} />
            {whole && <Related meta={meta} entry={entry} />}
          </div>
        )}
        {looking && (
          <Suspense fallback={null}>
            <HistoryDrawer meta={full} id={entry.id} onClose={() => look(false)} />
          </Suspense>
        )}
      </article>
    </LocksContext>
  );
}
