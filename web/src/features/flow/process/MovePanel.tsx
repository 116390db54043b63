import { Button } from 'antd';
import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, ObjectMeta } from '@/lib/meta';
import { Select } from '@/ui/Select';
import type { Kinds } from '../api';
import { Panel } from '../design/Panel';
import forms from '../forms/Forms.module.css';
import { Part } from '../forms/Part';
import { wrongWith, type Wrong } from '../model/errors';
import { within } from './errors';
import { GateForm } from './GateForm';
import { emptyGate, freshKey, gateAt, moveCard, settled, withGate, type Move, type Process } from './model';

interface Props {
  meta: ObjectMeta;
  field: Field;
  kinds: Kinds;
  process: Process;
  move: Move;
  label: (value: string) => string;
  wrong: Wrong[];
  onChange: (process: Process, about?: string) => void;
  onClose: () => void;
}

/** What one move takes, besides what its state takes whichever way it is entered. */
export function MovePanel({ meta, field, kinds, process, move, label, wrong, onChange, onClose }: Props) {
  const { t } = useTranslation('process');
  const id = useId();
  const card = moveCard(move);
  const own = gateAt(process, card);
  const gate = own ?? emptyGate(move.to, move.from);
  const problems = within(wrong, 'gate.');
  return (
    <Panel focus title={t('move_title', { from: label(move.from), to: label(move.to) })} onClose={onClose}>
      <p className={forms.help}>{t('move_hint', { to: label(move.to) })}</p>
      <Part id={id} label={t('from')} wrong={wrongWith(problems, 'from')}>
        <Select<string[]>
          id={id}
          className={forms.wide ?? ''}
          mode="multiple"
          value={gate.from ?? []}
          options={process.states
            .filter(({ value }) => value !== move.to)
            .map(({ value }) => ({ value, label: label(value), disabled: value === move.from }))}
          onChange={(from) => onChange(withGate(process, card, { ...gate, from }))}
        />
      </Part>
      <GateForm
        meta={meta}
        field={field}
        kinds={kinds}
        gate={gate}
        freshKey={freshKey(process)}
        wrong={problems}
        onChange={(next, about) => onChange(settled(process, card, next), about)}
      />
      {own && (
        <Button
          className={forms.add ?? ''}
          icon={<Trash2 size={14} aria-hidden />}
          onClick={() => {
            onChange(withGate(process, card, undefined));
            onClose();
          }}
        >
          {t('remove_move')}
        </Button>
      )}
    </Panel>
  );
}
