import { useTranslation } from 'react-i18next';
import { say } from '@/lib/meta';
import { Sentence } from '@/records/list/filter/Sentence';
import { triggerSaid } from '../model/said';
import { TRIGGER, type Definition } from '../model/tree';
import { CardFrame } from './CardFrame';
import { GraphContext, useGraph, type Graphing } from './context';
import { Link } from './Link';
import { triggerSign } from './signs';
import { Steps } from './Steps';
import styles from './Graph.module.css';

/** A flow from what starts it to its end. */
export function Graph({ definition, ...graph }: { definition: Definition } & Graphing) {
  const { t } = useTranslation('flow');
  return (
    <GraphContext value={graph}>
      <div className={styles.graph}>
        <TriggerCard definition={definition} />
        <Link spot={{ at: 0 }} />
        <Steps steps={definition.steps} />
        <span className={styles.end}>{t('end')}</span>
      </div>
    </GraphContext>
  );
}

function TriggerCard({ definition: { trigger, when } }: { definition: Definition }) {
  const { t } = useTranslation('flow');
  const { meta, kinds, names } = useGraph();
  const text = triggerSaid(trigger, names, t);
  const kind = say(kinds.triggers.find(({ name }) => name === trigger.kind)?.label) || trigger.kind;
  return (
    <CardFrame
      card={TRIGGER}
      title={text}
      spoken={t('card_trigger', { text })}
      sign={triggerSign(trigger.kind)}
      kind={t('start')}
    >
      <span className={styles.line} title={kind}>
        {text}
      </span>
      {when && (
        <span className={styles.condition}>
          {t('only_for')} <Sentence meta={meta} filter={when} />
        </span>
      )}
    </CardFrame>
  );
}
