import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberInput } from '@/fields/NumberInput';
import { say, type ObjectMeta } from '@/lib/meta';
import type { Kinds } from '../api';
import { wrongWith, type Wrong } from '../model/errors';
import { asksPeople, evenly, isForRest, isLoop, SHARES, type Input, type Step } from '../model/tree';
import styles from './Forms.module.css';
import { Inputs } from './Inputs';
import { asWhole, shownNumber } from './numbers';
import { Part } from './Part';

interface Props {
  meta: ObjectMeta;
  kinds: Kinds;
  step: Step;
  wrong: Wrong[] | undefined;
  onChange: (step: Step, about?: string) => void;
  /** Adds a way; none where steps follow each other in one row. */
  onWay?: () => void;
  onChooseWay?: (way: number) => void;
}

/** What a step is told. */
export function StepForm({ meta, kinds, step, wrong, onChange, onWay, onChooseWay }: Props) {
  const { t } = useTranslation('flow');
  const kind = kinds.steps.find(({ name }) => name === step.do);
  const give = (input: Input, about?: string) => onChange({ ...step, input }, about);
  const whole = wrong?.find(({ member }) => ['', 'do', 'id', 'ways'].includes(member))?.message;
  return (
    <>
      {kind && <p className={styles.help}>{say(kind.help)}</p>}
      {whole !== undefined && (
        <p role="alert" className={styles.wrong}>
          {whole}
        </p>
      )}
      {kind && <Inputs kind={kind} meta={meta} input={step.input} wrong={wrong} onChange={give} />}
      {step.ways && SHARES in step.input && <Shares step={step} wrong={wrong} onChange={give} />}
      {isLoop(step) ? null : asksPeople(step) ? (
        <Part label={t('approval.refused')} help={t('approval.refused_hint')}>
          <Button className={styles.add ?? ''} onClick={() => (step.ways ? onChooseWay?.(0) : onWay?.())}>
            {t(step.ways ? 'approval.refused' : 'approval.refused_add')}
          </Button>
        </Part>
      ) : (
        step.ways && (
          <Part label={t('ways')} help={SHARES in step.input ? undefined : t('ways_hint')}>
            <ol className={styles.ways}>
              {step.ways.map((way, i) => (
                <li key={i}>
                  <button type="button" className={styles.way} onClick={() => onChooseWay?.(i)}>
                    {way.name || (isForRest(step, i) ? t('rest') : t('way_n', { n: i + 1 }))}
                  </button>
                </li>
              ))}
            </ol>
            <Button className={styles.add ?? ''} icon={<Plus size={14} aria-hidden />} onClick={onWay}>
              {t('add_way')}
            </Button>
          </Part>
        )
      )}
    </>
  );
}

/** How the records are shared out. */
function Shares({
  step,
  wrong,
  onChange,
}: {
  step: Step;
  wrong: Wrong[] | undefined;
  onChange: (input: Input, about?: string) => void;
}) {
  const { t } = useTranslation('flow');
  const id = useId();
  const ways = step.ways ?? [];
  const shares = (Array.isArray(step.input[SHARES]) ? step.input[SHARES] : []) as unknown[];
  const sum = shares.reduce<number>((all, each) => all + (typeof each === 'number' ? each : 0), 0);
  const give = (next: unknown[], about?: string) => onChange({ ...step.input, [SHARES]: next }, about);
  return (
    <Part label={t('shares')} wrong={sum === 100 ? wrongWith(wrong, 'input') : t('shares_sum', { n: sum })}>
      {ways.map((way, i) => (
        <div key={i} className={styles.share}>
          <label htmlFor={`${id}${i}`}>{way.name || t('way_n', { n: i + 1 })}</label>
          <NumberInput
            id={`${id}${i}`}
            value={shownNumber(shares[i])}
            suffix={t('percent')}
            onChange={(text) =>
              give(
                ways.map((_, at) => (at === i ? (asWhole(text) ?? 0) : (shares[at] ?? 0))),
                `input.${SHARES}.${i}`,
              )
            }
          />
        </div>
      ))}
      <Button className={styles.add ?? ''} onClick={() => give(evenly(ways.length))}>
        {t('shares_even')}
      </Button>
    </Part>
  );
}
