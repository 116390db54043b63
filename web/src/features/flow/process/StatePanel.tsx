import { Button, Checkbox, Input } from 'antd';
import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, ObjectMeta } from '@/lib/meta';
import type { Kinds } from '../api';
import { Panel } from '../design/Panel';
import { Part } from '../forms/Part';
import { Amounts, Counted } from '../forms/TimeParts';
import { wrongWith, type Wrong } from '../model/errors';
import { within } from './errors';
import { GateForm } from './GateForm';
import {
  emptyGate,
  freshKey,
  freshStep,
  gateAt,
  moved,
  settled,
  withGate,
  withoutState,
  withState,
  type Process,
  type State,
} from './model';
import styles from './Process.module.css';
import { StepsForm } from './StepsForm';

interface Props {
  meta: ObjectMeta;
  field: Field;
  kinds: Kinds;
  process: Process;
  state: State;
  label: string;
  wrong: Wrong[];
  onChange: (process: Process, about?: string) => void;
  onClose: () => void;
}

/** All that is said of a state: how records come there, what is done then, how long they may stay, and what people should know. */
export function StatePanel({ meta, field, kinds, process, state, label, wrong, onChange, onClose }: Props) {
  const { t } = useTranslation('process');
  const id = useId();
  const { value, guide, steps } = state;
  const gate = gateAt(process, value);
  const give = (by: Partial<State>, about?: string) => onChange(withState(process, value, by), about);
  return (
    <Panel focus title={label} onClose={onClose}>
      <Group title={t('entering')}>
        {process.others !== 'allow' && (
          <Checkbox
            checked={gate !== undefined}
            onChange={({ target }) =>
              onChange(withGate(process, value, target.checked ? emptyGate(value) : undefined))
            }
          >
            {t('from_anywhere')}
          </Checkbox>
        )}
        {(gate !== undefined || process.others === 'allow') && (
          <GateForm
            meta={meta}
            field={field}
            kinds={kinds}
            gate={gate ?? emptyGate(value)}
            freshKey={freshKey(process)}
            wrong={within(wrong, 'gate.')}
            onChange={(next, about) => onChange(settled(process, value, next), about)}
          />
        )}
      </Group>
      <Group title={t('entered')}>
        <StepsForm
          meta={meta}
          kinds={kinds}
          steps={steps}
          wrong={wrong}
          fresh={(kind) => freshStep(process, kind)}
          onChange={(next, about) => give({ steps: next }, about)}
        />
      </Group>
      <Group title={t('stay')}>
        <StayForm meta={meta} state={state} wrong={wrong} onChange={give} />
      </Group>
      <Group title={t('guide')}>
        <Part id={id} label={t('guide_label')} help={t('guide_hint')} wrong={wrongWith(wrong, 'guide')}>
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 3, maxRows: 12 }}
            value={guide}
            onChange={({ target }) => give({ guide: target.value }, 'guide')}
          />
        </Part>
      </Group>
      <Group title={t('place')}>
        <Checkbox checked={state.start} onChange={({ target }) => give({ start: target.checked })}>
          {t('is_start')}
        </Checkbox>
        <Checkbox checked={state.aside} onChange={({ target }) => give({ aside: target.checked })}>
          {t('is_aside')}
        </Checkbox>
        <div className={styles.placing}>
          <Button
            icon={<ArrowLeft size={14} aria-hidden />}
            disabled={process.states[0]?.value === value}
            onClick={() => onChange(moved(process, value, -1))}
          >
            {t('earlier')}
          </Button>
          <Button
            icon={<ArrowRight size={14} aria-hidden />}
            disabled={process.states.at(-1)?.value === value}
            onClick={() => onChange(moved(process, value, 1))}
          >
            {t('later')}
          </Button>
          <Button
            icon={<Trash2 size={14} aria-hidden />}
            onClick={() => {
              onChange(withoutState(process, value));
              onClose();
            }}
          >
            {t('leave_out')}
          </Button>
        </div>
      </Group>
    </Panel>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className={styles.group}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface StayProps {
  meta: ObjectMeta;
  state: State;
  wrong: Wrong[];
  onChange: (by: Partial<State>, about?: string) => void;
}

/** How long a record may stay until its owner is told, and how much longer until their manager is. */
function StayForm({ meta, state: { stay }, wrong, onChange }: StayProps) {
  const { t } = useTranslation('process');
  const parts = {
    meta,
    input: stay,
    wrong: within(wrong, 'stay.').map(({ member, message }) => ({ member: `input.${member}`, message })),
    onChange: (next: State['stay'], about?: string) => onChange({ stay: next }, about && `stay ${about}`),
  };
  return (
    <>
      <Part
        label={t('stay_limit')}
        help={t('stay_hint')}
        wrong={wrongWith(wrong, 'stay.days') ?? wrongWith(wrong, 'stay.hours') ?? wrongWith(wrong, 'stay')}
      >
        <Amounts {...parts} units={['days', 'hours']} />
      </Part>
      {[stay.days, stay.hours].some((each) => each !== undefined && each !== null) && (
        <>
          <Part
            label={t('stay_then')}
            help={t('stay_then_hint')}
            wrong={wrongWith(wrong, 'stay.then_days') ?? wrongWith(wrong, 'stay.then_hours')}
          >
            <Amounts {...parts} prefix="then_" units={['days', 'hours']} />
          </Part>
          <Counted {...parts} whose="owner" />
        </>
      )}
    </>
  );
}
