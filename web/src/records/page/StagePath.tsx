import { Check } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy } from '@/lib/lazy';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { useCommands } from '@/ui/commands';
import { isLoose } from '../board/move';
import { useStageMove } from './useStageMove';
import styles from './StagePath.module.css';

const Ask = lazy(() => import('../board/Ask').then((module) => ({ default: module.Ask })));

/** How far a record has come; a click moves it, and what is missing is asked right there. */
export function StagePath({ meta, entry, field }: { meta: ObjectMeta; entry: Entry; field: Field }) {
  const { t } = useTranslation('record');
  const { move, busy, stages: known, label, question, other, leaveOther } = useStageMove(meta, field);
  const stages = (field.choices ?? []).filter(
    ({ code, active }) => code === entry[field.name] || (active !== false && known.leads(entry, code)),
  );
  const at = stages.findIndex((c) => c.code === entry[field.name]);
  const closed = at >= 0 && known.closes(stages[at]?.code ?? '');
  const may = isLoose({ meta, by: field });

  useCommands(
    may
      ? stages
          .filter((_, i) => i !== at)
          .map((stage) => ({
            key: `stage ${stage.code}`,
            label: t('move_to', { stage: say(stage.label) }),
            run: () => void move(entry, stage.code),
          }))
      : [],
    1,
  );

  return (
    <>
      <ol className={styles.path} aria-label={say(field.label)}>
        {stages.map((stage, i) => (
          <li
            key={stage.code}
            className={styles.step}
            data-state={i < at ? 'done' : i === at ? 'now' : 'ahead'}
          >
            <button
              type="button"
              className={styles.button}
              aria-current={i === at ? 'step' : undefined}
              aria-disabled={!may || i === at || busy}
              onClick={() => may && i !== at && !busy && void move(entry, stage.code)}
            >
              {i < at && !closed && <Check size={12} aria-hidden />}
              {say(stage.label)}
            </button>
          </li>
        ))}
      </ol>
      <Suspense fallback={null}>
        {other && <other.Dialog meta={meta} entry={other.entry} onClose={leaveOther} />}
        {question && <Ask meta={meta} question={question} column={label(question.to)} />}
      </Suspense>
    </>
  );
}
