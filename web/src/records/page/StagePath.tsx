import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useChange } from '@/lib/changes';
import { Problem } from '@/lib/api';
import { say, type Choice, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { useCommands } from '@/ui/commands';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { AskVerb } from './AskVerb';
import type { VerbCall } from './verbs';
import styles from './StagePath.module.css';

/** How far a deal has come; a click moves it, and what is missing is asked right there. */
export function StagePath({ meta, entry, field }: { meta: ObjectMeta; entry: Entry; field: Field }) {
  const { t } = useTranslation('record');
  const [asking, ask] = useState<VerbCall>();
  const mover = useAct(meta.name, entry);
  const change = useChange(meta.name, entry);
  const stages = (field.choices ?? []).filter((c) => c.active !== false || c.code === entry[field.name]);
  const at = stages.findIndex((c) => c.code === entry[field.name]);
  const closed = entry.status !== 'open' && meta.name === 'opportunity';
  const byVerb = meta.name === 'opportunity';
  const may = meta.can.update === true;
  const moving = mover.isPending || change.isPending;

  const go = async (stage: Choice) => {
    const name = say(stage.label);
    if (closed) {
      ask({ verb: 'reopen', preset: { stage: stage.code } });
      return;
    }
    try {
      if (byVerb) {
        await mover.mutateAsync({ verb: 'move_stage', input: { stage: stage.code } });
      } else {
        await change.mutateAsync({
          values: { [field.name]: stage.code },
          shown: { [field.name]: stage.code },
        });
      }
      toast.done(t('moved', { stage: name }));
    } catch (error) {
      if (
        byVerb &&
        error instanceof Problem &&
        error.errors.some((each) => each.field && each.field !== 'stage')
      ) {
        ask({ verb: 'move_stage', preset: { stage: stage.code }, error });
      } else {
        tell(error);
      }
    }
  };

  useCommands(
    may
      ? stages
          .filter((_, i) => i !== at)
          .map((stage) => ({
            key: `stage ${stage.code}`,
            label: t('move_to', { stage: say(stage.label) }),
            run: () => void go(stage),
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
              aria-disabled={!may || i === at || moving}
              onClick={() => may && i !== at && !moving && void go(stage)}
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
