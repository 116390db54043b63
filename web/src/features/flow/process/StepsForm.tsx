import { Button } from 'antd';
import { ArrowDown, ArrowUp, ChevronDown, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say, type ObjectMeta } from '@/lib/meta';
import { IconButton } from '@/ui/IconButton';
import type { Kinds } from '../api';
import { AddMenu } from '../design/AddMenu';
import forms from '../forms/Forms.module.css';
import { StepForm } from '../forms/StepForm';
import { stepSign } from '../graph/signs';
import { wrongWith, type Wrong } from '../model/errors';
import { useNames } from '../model/names';
import { stepSaid } from '../model/said';
import type { Step } from '../model/tree';
import { within } from './errors';
import styles from './Process.module.css';
import { shifted } from './shifted';

interface Props {
  meta: ObjectMeta;
  kinds: Kinds;
  steps: Step[];
  wrong: Wrong[];
  fresh: (kind: string) => Step;
  onChange: (steps: Step[], about?: string) => void;
}

/** What is done, one after the other, once a record has come here. */
export function StepsForm({ meta, kinds, steps, wrong, fresh, onChange }: Props) {
  const { t } = useTranslation('process');
  const { t: flow } = useTranslation('flow');
  const [open, turn] = useState<string>();
  const [anchor, add] = useState<HTMLElement>();
  const names = useNames(meta, { trigger: { kind: '', input: {} }, steps });
  const offered = kinds.steps.filter(
    ({ branches, loops, name }) => !branches && !loops && name !== 'approval',
  );
  return (
    <>
      {steps.length === 0 && <p className={forms.help}>{t('steps_hint')}</p>}
      {steps.map((step, i) => {
        const place = `steps[${i}]`;
        const label = say(kinds.steps.find(({ name }) => name === step.do)?.label) || step.do;
        const { icon: Icon, tone } = stepSign(step.do);
        const shown = open === step.id;
        const problem = wrongWith(wrong, place);
        return (
          <div key={step.id} className={styles.step} data-wrong={problem !== undefined}>
            <div className={styles.stepHead}>
              <button
                type="button"
                className={styles.stepName}
                aria-expanded={shown}
                onClick={() => turn(shown ? undefined : step.id)}
              >
                <Icon size={16} strokeWidth={1.5} aria-hidden style={{ color: `var(--tag-${tone}-text)` }} />
                <span>
                  {label}
                  <small>{stepSaid(step, names, flow)[0]}</small>
                </span>
                <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
              </button>
              <IconButton
                small
                label={t('item_up', { name: label })}
                disabled={i === 0}
                onClick={() => onChange(shifted(steps, i, -1))}
              >
                <ArrowUp size={14} aria-hidden />
              </IconButton>
              <IconButton
                small
                label={t('item_down', { name: label })}
                disabled={i === steps.length - 1}
                onClick={() => onChange(shifted(steps, i, 1))}
              >
                <ArrowDown size={14} aria-hidden />
              </IconButton>
              <IconButton
                small
                label={t('item_remove', { name: label })}
                onClick={() => onChange(steps.filter(({ id }) => id !== step.id))}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </div>
            {problem !== undefined && !shown && (
              <p role="alert" className={forms.wrong}>
                {problem}
              </p>
            )}
            {shown &&
              (step.ways ? (
                <p className={forms.help}>{t('branched')}</p>
              ) : (
                <div className={styles.stepForm}>
                  <StepForm
                    meta={meta}
                    kinds={kinds}
                    step={step}
                    wrong={within(wrong, `${place}.`)}
                    onChange={(next, about) =>
                      onChange(
                        steps.map((each) => (each.id === step.id ? next : each)),
                        about === undefined ? undefined : `${place}.${about}`,
                      )
                    }
                  />
                </div>
              ))}
          </div>
        );
      })}
      <Button
        className={forms.add ?? ''}
        icon={<Plus size={14} aria-hidden />}
        aria-haspopup="menu"
        onClick={(event) => add(event.currentTarget)}
      >
        {flow('add')}
      </Button>
      {anchor && (
        <AddMenu
          anchor={anchor}
          kinds={offered}
          onPick={({ name }) => {
            const step = fresh(name);
            add(undefined);
            turn(step.id);
            onChange([...steps, step]);
          }}
          onClose={() => add(undefined)}
        />
      )}
    </>
  );
}
