import { Input as Text } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberInput } from '@/fields/NumberInput';
import { fieldOf, type Field, type ObjectMeta } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import { Select } from '@/ui/Select';
import { wrongWith, type Wrong } from '../model/errors';
import { limited } from '../model/approval';
import { weekday } from '../model/said';
import type { Input } from '../model/tree';
import { Conditions } from './Conditions';
import { FieldChoice } from './FieldChoice';
import styles from './Forms.module.css';
import { asWhole, shownNumber } from './numbers';
import { Part } from './Part';

export interface PartsProps {
  meta: ObjectMeta;
  input: Input;
  wrong: Wrong[] | undefined;
  onChange: (input: Input, about?: string) => void;
}

type Unit = 'days' | 'hours' | 'minutes';
const DAYS = [1, 2, 3, 4, 5, 6, 7];

export const isTime = (field: Field): boolean => field.type === 'date' || field.type === 'datetime';

interface AmountsProps extends PartsProps {
  units: Unit[];
  /** With what the names of the inputs begin. */
  prefix?: string;
  /** By which each is told and kept: -1 for what is kept as less than nothing. */
  sign?: 1 | -1;
}

/** Some time by its days, hours and minutes. */
export function Amounts({ units, input, wrong, prefix = '', sign = 1, onChange }: AmountsProps) {
  const { t } = useTranslation('flow');
  const id = useId();
  const called = (unit: Unit) =>
    t(unit === 'days' && input.working === true ? 'unit.working_days' : `unit.${unit}`);
  const shown = (value: unknown) =>
    typeof value === 'number' ? shownNumber(value * sign) : shownNumber(value);
  return (
    <div className={styles.line}>
      {units.map((unit) => (
        <span key={unit} className={styles.amount}>
          <label htmlFor={`${id}${unit}`} className="sr-only">
            {called(unit)}
          </label>
          <NumberInput
            id={`${id}${unit}`}
            value={shown(input[prefix + unit])}
            suffix={called(unit)}
            wrong={wrongWith(wrong, `input.${prefix}${unit}`) !== undefined}
            onChange={(text) => {
              const value = asWhole(text);
              onChange(
                { ...input, [prefix + unit]: typeof value === 'number' ? value * sign : value },
                `input.${prefix}${unit}`,
              );
            }}
          />
        </span>
      ))}
    </div>
  );
}

/** Whether time counts by day and night, or only while people work, and whose hours these are. */
export function Counted({ whose, input, wrong, onChange }: PartsProps & { whose: 'signer' | 'owner' }) {
  const { t } = useTranslation('flow');
  const id = useId();
  const working = input.working === true;
  return (
    <Part
      id={id}
      label={t('counted')}
      help={working ? t(`counted_by.${whose}`) : undefined}
      wrong={wrongWith(wrong, 'input.working')}
    >
      <Select<'always' | 'working'>
        id={id}
        className={styles.wide ?? ''}
        value={working ? 'working' : 'always'}
        options={[
          { value: 'always', label: t('counted_always') },
          { value: 'working', label: t('counted_working') },
        ]}
        onChange={(how: 'always' | 'working') =>
          onChange({ ...input, working: how === 'working' ? true : undefined })
        }
      />
    </Part>
  );
}

/** How long there is to decide. */
export function LimitPart(props: PartsProps) {
  const { t } = useTranslation('flow');
  const problem = wrongWith(props.wrong, 'input.within_days') ?? wrongWith(props.wrong, 'input.within_hours');
  return (
    <Part label={t('approval.limit')} help={t('approval.limit_hint')} wrong={problem}>
      <Amounts
        {...props}
        prefix="within_"
        units={['days', 'hours']}
        onChange={(next, about) => props.onChange(limited(props.input, next), about)}
      />
    </Part>
  );
}

export function TimeOfDay({ input, wrong, onChange, required = false }: PartsProps & { required?: boolean }) {
  const { t } = useTranslation('flow');
  const id = useId();
  const problem = wrongWith(wrong, 'input.at');
  return (
    <Part id={id} label={t('at')} required={required} wrong={problem}>
      <Text
        id={id}
        type="time"
        className={styles.time ?? ''}
        {...(problem !== undefined && { status: 'error' as const })}
        value={typeof input.at === 'string' ? input.at.slice(0, 5) : ''}
        onChange={({ target }) => onChange({ ...input, at: target.value || undefined }, 'input.at')}
      />
    </Part>
  );
}

const directions = ['on_day', 'before', 'after'] as const;

/** Around a date of the record: its field, how long before or after, and at what time. */
export function AroundDate({ name, units, ...props }: PartsProps & { name: string; units: Unit[] }) {
  const { t } = useTranslation('flow');
  const id = useId();
  const { meta, input, wrong, onChange } = props;
  /** What was chosen, while no amount says it. */
  const [turned, setTurned] = useState<(typeof directions)[number]>('on_day');
  const amounts = units.map((unit) => input[unit]);
  const how = amounts.some((each) => typeof each === 'number' && each < 0)
    ? 'before'
    : amounts.some((each) => each !== undefined && each !== null)
      ? 'after'
      : turned;
  const field = typeof input[name] === 'string' ? fieldOf(meta, input[name]) : undefined;
  const turn = (to: (typeof directions)[number]) => {
    setTurned(to);
    const size = (value: unknown) => (typeof value === 'number' ? Math.abs(value) : undefined);
    const next = { ...input };
    units.forEach((unit) => {
      const many = size(input[unit]) ?? (unit === 'days' && to !== 'on_day' ? 1 : undefined);
      next[unit] = to === 'on_day' || many === undefined ? undefined : to === 'before' ? -many : many;
    });
    onChange(next);
  };
  const problem = wrongWith(wrong, 'input.days');
  return (
    <>
      <Part id={`${id}field`} label={t('relative_to')} required wrong={wrongWith(wrong, `input.${name}`)}>
        <FieldChoice
          id={`${id}field`}
          meta={meta}
          fits={isTime}
          many={false}
          value={input[name]}
          wrong={wrongWith(wrong, `input.${name}`) !== undefined}
          onChange={(value) => onChange({ ...input, [name]: value })}
        />
      </Part>
      <Part label={t('direction')} wrong={problem}>
        <div className={styles.line}>
          <Select<(typeof directions)[number]>
            aria-label={t('direction')}
            className={styles.short ?? ''}
            value={how}
            options={directions.map((each) => ({ value: each, label: t(each) }))}
            onChange={turn}
          />
          {how !== 'on_day' && (
            <Amounts
              {...props}
              units={units}
              sign={how === 'before' ? -1 : 1}
              onChange={(next, about) => {
                setTurned(how);
                onChange(next, about);
              }}
            />
          )}
        </div>
      </Part>
      {field?.type === 'date' && <TimeOfDay {...props} />}
    </>
  );
}

/** Some time from now on, or until around a date. */
export function WaitParts(props: PartsProps) {
  const { t } = useTranslation('flow');
  const id = useId();
  const { input, wrong, onChange } = props;
  const until = 'until' in input && input.until !== undefined;
  const problem = wrong?.find(({ member }) =>
    ['input', 'input.days', 'input.hours', 'input.minutes'].includes(member),
  );
  return (
    <>
      <Part id={`${id}how`} label={t('wait_how')}>
        <Select<'for' | 'until'>
          id={`${id}how`}
          className={styles.wide ?? ''}
          value={until ? 'until' : 'for'}
          options={[
            { value: 'for', label: t('wait_for') },
            { value: 'until', label: t('wait_until') },
          ]}
          onChange={(how: 'for' | 'until') => onChange(how === 'until' ? { until: '' } : { days: 1 })}
        />
      </Part>
      {until ? (
        <AroundDate {...props} name="until" units={['days', 'hours', 'minutes']} />
      ) : (
        <>
          <Part label={t('wait_for')} required wrong={problem?.message}>
            <Amounts {...props} units={['days', 'hours', 'minutes']} />
          </Part>
          <Counted {...props} whose="owner" />
        </>
      )}
      <Part label={t('wait_change')} help={t('wait_change_hint')} wrong={wrongWith(wrong, 'input.change')}>
        <Conditions
          meta={props.meta}
          filter={input.change as Filter | undefined}
          onChange={(change) => onChange({ ...input, change })}
        />
      </Part>
    </>
  );
}

const rhythms = ['every_day', 'some_weekdays', 'monthly'] as const;

/** Every day, on some days of the week, or on one of the month. */
export function ScheduleParts(props: PartsProps) {
  const { t } = useTranslation('flow');
  const id = useId();
  const { input, wrong, onChange } = props;
  const chosen = Array.isArray(input.weekdays) ? (input.weekdays as unknown[]) : undefined;
  const rhythm = chosen
    ? 'some_weekdays'
    : input.day !== undefined && input.day !== null
      ? 'monthly'
      : 'every_day';
  const turn = (to: (typeof rhythms)[number]) =>
    onChange({
      ...input,
      weekdays: to === 'some_weekdays' ? [1] : undefined,
      day: to === 'monthly' ? 1 : undefined,
    });
  const flip = (day: number) =>
    onChange({
      ...input,
      weekdays: chosen?.includes(day) ? chosen.filter((each) => each !== day) : [...(chosen ?? []), day],
    });
  return (
    <>
      <Part id={`${id}rhythm`} label={t('how_often')}>
        <Select<(typeof rhythms)[number]>
          id={`${id}rhythm`}
          className={styles.wide ?? ''}
          value={rhythm}
          options={rhythms.map((each) => ({ value: each, label: t(each) }))}
          onChange={turn}
        />
      </Part>
      {chosen && (
        <Part label={t('some_weekdays')} wrong={wrongWith(wrong, 'input.weekdays')}>
          <div className={styles.days}>
            {DAYS.map((day) => (
              <button
                key={day}
                type="button"
                className={styles.day}
                aria-pressed={chosen.includes(day)}
                onClick={() => flip(day)}
              >
                {weekday(day)}
              </button>
            ))}
          </div>
        </Part>
      )}
      {rhythm === 'monthly' && (
        <Part id={`${id}day`} label={t('monthly')} wrong={wrongWith(wrong, 'input.day')}>
          <Select<number>
            id={`${id}day`}
            className={styles.wide ?? ''}
            value={Number(input.day)}
            options={Array.from({ length: 31 }, (_, i) => ({ value: i + 1, label: t('nth', { n: i + 1 }) }))}
            onChange={(day: number) => onChange({ ...input, day })}
          />
        </Part>
      )}
      <TimeOfDay {...props} required />
    </>
  );
}

/** How long there is for it: nothing, or some hours or days. */
export function DuePart({ input, wrong, onChange }: PartsProps) {
  const { t } = useTranslation('flow');
  const id = useId();
  const hours = input.due_in_hours;
  const inDays = typeof hours === 'number' && hours > 0 && hours % 24 === 0;
  const none = hours === undefined || hours === null;
  const unit = none ? 'none' : inDays ? 'days' : 'hours';
  const give = (value: unknown, of: 'days' | 'hours') =>
    onChange(
      { ...input, due_in_hours: typeof value === 'number' && of === 'days' ? value * 24 : value },
      'input.due_in_hours',
    );
  const shown = typeof hours === 'number' && inDays ? hours / 24 : hours;
  return (
    <Part id={`${id}n`} label={t('due')} wrong={wrongWith(wrong, 'input.due_in_hours')}>
      <div className={styles.line}>
        <Select<'none' | 'days' | 'hours'>
          {...(none && { id: `${id}n` })}
          aria-label={t('due')}
          className={styles.short ?? ''}
          value={unit}
          options={[
            { value: 'none', label: t('due_none') },
            { value: 'days', label: t('unit.days') },
            { value: 'hours', label: t('unit.hours') },
          ]}
          onChange={(to: 'none' | 'days' | 'hours') =>
            onChange({ ...input, due_in_hours: to === 'none' ? undefined : to === 'days' ? 24 : 1 })
          }
        />
        {!none && (
          <NumberInput
            id={`${id}n`}
            value={shownNumber(shown)}
            suffix={t(inDays ? 'unit.days' : 'unit.hours')}
            onChange={(text) => {
              const value = asWhole(text);
              give(value === undefined ? 0 : value, inDays ? 'days' : 'hours');
            }}
          />
        )}
      </div>
    </Part>
  );
}
