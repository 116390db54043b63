import type { TFunction } from 'i18next';
import { inARow } from '@/lib/format';
import { duration } from '../model/said';
import { gateAt, NOBODY, type Gate, type Process, type State, type Who } from './model';

const isFor = (who: Who): boolean => JSON.stringify(who) !== JSON.stringify(NOBODY);

/** So many fields are told by name. */
const NAMED = 3;

/** What a gate asks for, in few words each. */
export function gateSaid(gate: Gate | undefined, field: (name: string) => string, t: TFunction<'process'>) {
  if (!gate) {
    return [];
  }
  const { required, conditions, checklist, who, approval } = gate;
  const fields = inARow(required.slice(0, NAMED).map(field));
  return [
    ...(required.length > NAMED
      ? [t('chips.required_more', { fields, n: required.length })]
      : required.length > 0
        ? [t('chips.required', { fields })]
        : []),
    ...(conditions.length > 0 ? [t('chips.conditions', { count: conditions.length })] : []),
    ...(checklist.length > 0 ? [t('chips.checklist', { count: checklist.length })] : []),
    ...(isFor(who) ? [t('chips.who')] : []),
    ...(approval ? [t('chips.approval')] : []),
  ];
}

/** What a state asks for and does, in few words each. */
export function stateSaid(
  process: Process,
  state: State,
  field: (name: string) => string,
  t: TFunction<'process'>,
  flow: TFunction<'flow'>,
): string[] {
  const stay = duration(state.stay, flow);
  return [
    ...gateSaid(gateAt(process, state.value), field, t),
    ...(stay !== '' ? [t('chips.stay', { how: stay })] : []),
    ...(state.steps.length > 0 ? [t('chips.steps', { count: state.steps.length })] : []),
    ...(state.guide.trim() !== '' ? [t('chips.guide')] : []),
  ];
}
