import { Check } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment, number } from '@/lib/format';
import { lazy } from '@/lib/lazy';
import { say, type Choice, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { useCommands } from '@/ui/commands';
import { ageOf } from '../path/age';
import { isLoose } from '../path/move';
import { ownPath } from '../path/ownPath';
import type { Standing } from '../process/api';
import { Strip } from '../process/Strip';
import { useStageMove } from '../path/useStageMove';
import styles from './StagePath.module.css';

const Ask = lazy(() => import('../path/Ask').then((module) => ({ default: module.Ask })));

interface Props {
  meta: ObjectMeta;
  entry: Entry;
  field: Field;
  /** Where it stands in the process by which records move here, if there is one. */
  standing: Standing | undefined;
}

/** How far a record has come, and beside that where it comes to nothing; a click moves it, and what is missing is asked right there. */
export function StagePath({ meta, entry, field, standing }: Props) {
  const { t } = useTranslation('record');
  const { move, busy, stages: known, label, question, other, leaveOther } = useStageMove(meta, field);
  const stages = (field.choices ?? []).filter(
    ({ code, active }) => code === entry[field.name] || (active !== false && known.leads(entry, code)),
  );
  const way = stages.filter(({ code }) => !known.fails(code));
  const aside = stages.filter(({ code }) => known.fails(code));
  const now = entry[field.name];
  const at = way.findIndex(({ code }) => code === now);
  const closed = at >= 0 && known.closes(way[at]?.code ?? '');
  const since = entry[ownPath(meta, field)?.fields.since ?? ''];
  const stays = typeof now === 'string' && !known.closes(now) && typeof since === 'string';
  const may = isLoose({ meta, by: field });
  const [looked, look] = useState<string>();
  const go = (to: string) => {
    look(to);
    void move(entry, to);
  };

  useCommands(
    may
      ? stages
          .filter(({ code }) => code !== now)
          .map((stage) => ({
            key: `stage ${stage.code}`,
            label: t('move_to', { stage: say(stage.label) }),
            run: () => go(stage.code),
          }))
      : [],
    1,
  );

  const step = ({ code, label: name }: Choice, done: boolean) => (
    <button
      type="button"
      className={styles.button}
      aria-current={code === now ? 'step' : undefined}
      aria-disabled={!may || code === now || busy}
      onClick={() => (may && code !== now && !busy ? go(code) : look(code))}
    >
      {done && <Check size={12} aria-hidden />}
      {say(name)}
    </button>
  );

  return (
    <>
      <div className={styles.path}>
        <ol className={styles.way} aria-label={say(field.label)}>
          {way.map((stage, i) => (
            <li
              key={stage.code}
              className={styles.step}
              data-state={i < at ? 'done' : i === at ? 'now' : 'ahead'}
            >
              {step(stage, i < at && !closed)}
            </li>
          ))}
        </ol>
        {aside.map((end) => (
          <span key={end.code} className={styles.aside} data-state={end.code === now ? 'failed' : undefined}>
            {step(end, false)}
          </span>
        ))}
        {stays && <Stay since={since} limit={known.limit(entry, now)} />}
      </div>
      {standing && (
        <Strip
          meta={meta}
          entry={entry}
          field={field}
          standing={standing}
          looked={looked}
          onLook={look}
          may={may}
          busy={busy}
          aside={known.fails}
          label={label}
          onMove={go}
        />
      )}
      <Suspense fallback={null}>
        {other && <other.Dialog meta={meta} entry={other.entry} onClose={leaveOther} />}
        {question && <Ask meta={meta} by={field} question={question} column={label(question.to)} />}
      </Suspense>
    </>
  );
}

/** For how long it has stood at the stage, and when that is too long. */
function Stay({ since, limit }: { since: string; limit: number }) {
  const { t } = useTranslation('board');
  const { days, over } = ageOf(since, limit);
  return (
    <span className={styles.stay} data-over={over} title={moment(since)}>
      {t('stay', { count: days, days: number(days), limit: number(limit) })}
    </span>
  );
}
