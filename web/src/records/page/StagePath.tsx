import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say, type Choice, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { useCommands } from '@/ui/commands';
import { AskVerb } from './AskVerb';
import { useStageMove } from './useStageMove';
import type { VerbCall } from './verbs';
import styles from './StagePath.module.css';

/** How far a deal has come; a click moves it, and what is missing is asked right there. */
export function StagePath({ meta, entry, field }: { meta: ObjectMeta; entry: Entry; field: Field }) {
  const { t } = useTranslation('record');
  const [asking, ask] = useState<VerbCall>();
  const { move, busy } = useStageMove(meta, field, ask);
  const stages = (field.choices ?? []).filter((c) => c.active !== false || c.code === entry[field.name]);
  const at = stages.findIndex((c) => c.code === entry[field.name]);
  const closed = entry.status !== 'open' && meta.name === 'opportunity';
  const may = meta.can.update === true;

  const go = (stage: Choice) => {
    if (closed) {
      ask({ verb: 'reopen', preset: { stage: stage.code } });
    } else {
      void move(entry, stage);
    }
  };

  useCommands(
    may
      ? stages
          .filter((_, i) => i !== at)
          .map((stage) => ({
            key: `stage ${stage.code}`,
            label: t('move_to', { stage: say(stage.label) }),
            run: () => go(stage),
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
              onClick={() => may && i !== at && !busy && go(stage)}
            >
              {i < at && !closed && <Check size={12} aria-hidden />}
              {say(stage.label)}
            </button>
          </li>
        ))}
      </ol>
      {asking && <AskVerb meta={meta} entry={entry} call={asking} onClose={() => ask(undefined)} />}
    </>
  );
}
