import { useTranslation } from 'react-i18next';
import { say, type ObjectMeta } from '@/lib/meta';
import type { Kinds } from '../api';
import { StepForm } from '../forms/StepForm';
import { TriggerForm } from '../forms/TriggerForm';
import { WayForm } from '../forms/WayForm';
import { stepSign, triggerSign, type Sign } from '../graph/signs';
import type { Placed } from '../model/errors';
import {
  changed,
  changedWay,
  isForRest,
  stepOf,
  TRIGGER,
  wayCard,
  wayOf,
  type Card,
  type Definition,
} from '../model/tree';
import styles from './Design.module.css';
import { Panel } from './Panel';

interface Props {
  card: Card;
  meta: ObjectMeta;
  kinds: Kinds;
  definition: Definition;
  placed: Placed;
  /** Changes it; steps about the same, such as typing into one field, are one. */
  onChange: (definition: Definition, about: string | undefined) => void;
  onChoose: (card: Card) => void;
  onWay: (step: string) => void;
  onClose: () => void;
}

function SignOf({ sign: { icon: Icon, tone } }: { sign: Sign }) {
  return (
    <span
      className={styles.sign}
      style={{ color: `var(--tag-${tone}-text)`, background: `var(--tag-${tone}-ground)` }}
    >
      <Icon size={16} strokeWidth={1.5} aria-hidden />
    </span>
  );
}

/** The form of the card that is chosen. */
export function CardPanel({
  card,
  meta,
  kinds,
  definition,
  placed,
  onChange,
  onChoose,
  onWay,
  onClose,
}: Props) {
  const { t } = useTranslation('flow');
  const wrong = placed.cards.get(card);
  const give = (next: Definition, about?: string) =>
    onChange(next, about === undefined ? undefined : `${card} ${about}`);
  if (card === TRIGGER) {
    return (
      <Panel
        focus
        title={t('panel.trigger')}
        sign={<SignOf sign={triggerSign(definition.trigger.kind)} />}
        onClose={onClose}
      >
        <TriggerForm meta={meta} kinds={kinds} definition={definition} wrong={wrong} onChange={give} />
      </Panel>
    );
  }
  const row = wayOf(card);
  const step = stepOf(definition, row?.step ?? card);
  const way = row && step?.ways?.[row.way];
  if (step && row && way) {
    return (
      <Panel focus title={t('panel.way')} sign={<SignOf sign={stepSign(step.do)} />} onClose={onClose}>
        <WayForm
          meta={meta}
          step={step}
          at={row.way}
          way={way}
          wrong={wrong}
          onChange={(next, about) => {
            // a way that only took the rest has a name of its own once it asks something
            const named = isForRest(step, row.way) && next.when !== undefined && way.name === t('rest');
            give(changedWay(definition, row, named ? { ...next, name: '' } : next), about);
          }}
        />
      </Panel>
    );
  }
  return step ? (
    <Panel
      focus
      title={say(kinds.steps.find(({ name }) => name === step.do)?.label) || step.do}
      sign={<SignOf sign={stepSign(step.do)} />}
      onClose={onClose}
    >
      <StepForm
        meta={meta}
        kinds={kinds}
        step={step}
        wrong={wrong}
        onChange={(next, about) =>
          give(
            changed(definition, step.id, () => next),
            about,
          )
        }
        onWay={() => onWay(step.id)}
        onChooseWay={(at) => onChoose(wayCard(step.id, at))}
      />
    </Panel>
  ) : null;
}
