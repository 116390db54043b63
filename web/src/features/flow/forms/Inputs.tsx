import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberInput } from '@/fields/NumberInput';
import { fieldOf, fieldsOf, objectQuery, say, useObjects, verbsOf, type Field } from '@/lib/meta';
import { asField } from '@/records/page/verbs';
import { SeveralRecords } from '@/records/SeveralRecords';
import { Select } from '@/ui/Select';
import { forFlows, type Kind } from '../api';
import { wrongWith } from '../model/errors';
import { fitted, grouped, whoOf } from '../model/approval';
import type { Input } from '../model/tree';
import { Begin } from './Begin';
import { FieldChoice } from './FieldChoice';
import { fitting } from './fitting';
import { LoopParts } from './LoopParts';
import styles from './Forms.module.css';
import { asWhole, shownNumber } from './numbers';
import { Part } from './Part';
import { PeoplePart } from './PeoplePart';
import { RoleChoice } from './RoleChoice';
import { Several } from './Several';
import { TagsPart } from './TagsPart';
import { TemplatePart } from './TemplatePart';
import {
  AroundDate,
  Counted,
  DuePart,
  LimitPart,
  ScheduleParts,
  TimeOfDay,
  WaitParts,
  type PartsProps,
} from './TimeParts';
import { ValueInput } from './ValueInput';
import { WebhookPart } from './WebhookPart';
import { settable, ValuesPart } from './ValuesPart';

type Asked = Kind['inputs'][number];

const object = (value: unknown): Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Input) : {};

/** What a trigger or a step has to be told, by the description of its kind. */
export function Inputs({ kind, ...props }: PartsProps & { kind: Kind }) {
  const { t } = useTranslation('flow');
  switch (kind.name) {
    case 'wait':
      return <WaitParts {...props} />;
    case 'date':
      return <AroundDate {...props} name="field" units={['days', 'minutes']} />;
    case 'schedule':
      return <ScheduleParts {...props} />;
    case 'crossed':
      return <CrossedParts {...props} kind={kind} />;
    case 'approval':
      return <ApprovalParts {...props} kind={kind} />;
    case 'each':
      return <LoopParts {...props} />;
    case 'branch':
    case 'split':
      return null;
    default:
      return kind.inputs.length === 0 ? (
        <p className={styles.help}>{t('no_input')}</p>
      ) : (
        kind.inputs.map((asked) => <OneInput key={asked.name} {...props} kind={kind} asked={asked} />)
      );
  }
}

/** Whom an approval asks and on what terms, a part below the other. */
function ApprovalParts({ kind, input, onChange, ...props }: PartsProps & { kind: Kind }) {
  const { t } = useTranslation('flow');
  // whom the form shows is who is asked
  const give = (next: Input, about?: string) => onChange(fitted({ who: whoOf(next), ...next }), about);
  return grouped(kind.inputs, input).map(({ group, asked }) => (
    <section key={group} aria-label={t(`approval.${group}`)} className={styles.group}>
      <h3>{t(`approval.${group}`)}</h3>
      {asked.map((each) => (
        <OneTerm
          key={each.name}
          {...props}
          kind={kind}
          asked={each}
          input={{ ...(each.default !== undefined && { [each.name]: each.default }), ...input }}
          onChange={give}
        />
      ))}
    </section>
  ));
}

/** One of its terms; the time there is stands in one line. */
function OneTerm(props: OneProps) {
  switch (props.asked.name) {
    case 'within_days':
      return <LimitPart {...props} />;
    case 'within_hours':
      return null;
    case 'working':
      return <Counted {...props} whose="signer" />;
    default:
      return <OneInput {...props} />;
  }
}

interface OneProps extends PartsProps {
  kind: Kind;
  asked: Asked;
}

function OneInput(props: OneProps) {
  const { t } = useTranslation('flow');
  const id = useId();
  const { kind, asked, meta, input, wrong, onChange } = props;
  const { name, type } = asked;
  const problem = wrongWith(wrong, `input.${name}`);
  const value = input[name];
  const give = (next: unknown) => onChange({ ...input, [name]: next }, `input.${name}`);
  const frame = { id, label: say(asked.label), required: asked.required, wrong: problem };
  if (asked.many && asked.target !== undefined) {
    return (
      <Part {...frame}>
        <SeveralRecords
          id={id}
          target={asked.target}
          ids={Array.isArray(value) ? value.map(String) : []}
          wrong={problem !== undefined}
          placeholder={t('choose_people')}
          onChange={(next) => give(next.length > 0 ? next : undefined)}
        />
      </Part>
    );
  }
  if (kind.name === 'approval' && name === 'role') {
    return (
      <Part {...frame}>
        <RoleChoice id={id} value={value} wrong={problem !== undefined} onChange={give} />
      </Part>
    );
  }
  if (kind.name === 'tag' && asked.many) {
    return <TagsPart {...frame} meta={meta} of={input.field} value={value} onChange={give} />;
  }
  switch (type) {
    case 'field':
    case 'fields':
      return <FieldPart {...props} />;
    case 'value': {
      const [of] = [input.fields ?? input.field].flat();
      const field = typeof of === 'string' ? fieldOf(meta, of) : undefined;
      return (
        <Part {...frame}>
          <Several
            id={id}
            field={field}
            value={value}
            wrong={problem !== undefined}
            placeholder={field ? t(asked.required ? 'choose_values' : 'any_value') : t('field_first')}
            onChange={give}
          />
        </Part>
      );
    }
    case 'template':
      return <TemplatePart {...frame} meta={meta} long={name === 'body'} value={value} onChange={give} />;
    case 'webhook':
      return <WebhookPart {...frame} value={value} onChange={give} />;
    case 'people':
      return <PeoplePart {...frame} value={value} onChange={give} />;
    case 'values':
      return <Given {...props} />;
    case 'object':
      return <ObjectPart {...props} />;
    case 'verb':
      return <VerbPart {...props} />;
    case 'time':
      return <TimeOfDay {...props} required={asked.required} />;
    case 'integer':
      return name === 'due_in_hours' ? (
        <DuePart {...props} />
      ) : (
        <Part {...frame}>
          <NumberInput
            id={id}
            value={shownNumber(value)}
            wrong={problem !== undefined}
            onChange={(text) => give(asWhole(text))}
          />
        </Part>
      );
    default:
      return (
        <Part {...frame} help={kind.name === 'task' && name === 'owner' ? t('own_owner_hint') : undefined}>
          <ValueInput
            id={id}
            field={asField(asked)}
            value={value}
            wrong={problem !== undefined}
            onChange={(next) => give(next === '' || next === null ? undefined : next)}
          />
        </Part>
      );
  }
}

/** A field, or several; of what was told of another one nothing stays. */
function FieldPart({ kind, asked, meta, input, wrong, onChange }: OneProps) {
  const id = useId();
  const made = kind.name === 'create' && typeof input.object === 'string' ? input.object : undefined;
  const { data: other } = useQuery({ ...objectQuery(made ?? ''), enabled: made !== undefined });
  const problem = wrongWith(wrong, `input.${asked.name}`);
  const of = kind.name === 'create' ? other : meta;
  const fits = fitting(kind.name, meta, asked.name);
  const [only, another] = kind.name === 'tag' ? fieldsOf(meta).filter(fits) : [];
  const ofIt = kind.inputs.filter(({ type }) => type === 'value').map(({ name }) => name);
  return of ? (
    <Part id={id} label={say(asked.label)} required={asked.required} wrong={problem}>
      <FieldChoice
        id={id}
        meta={of}
        fits={fits}
        many={asked.many || asked.type === 'fields'}
        value={input[asked.name]}
        wrong={problem !== undefined}
        onChange={(next) =>
          onChange({
            ...input,
            ...Object.fromEntries(ofIt.map((name) => [name, undefined])),
            [asked.name]: next,
          })
        }
      />
      {only && !another && input.field === undefined && (
        <Begin act={() => onChange({ ...input, field: only.name })} />
      )}
    </Part>
  ) : null;
}

/** The values of the record, of one that is made, or of what is done with it. */
function Given({ kind, asked, meta, input, wrong, onChange }: OneProps) {
  const { name } = asked;
  const made = kind.name === 'create' && typeof input.object === 'string' ? input.object : undefined;
  const { data: other } = useQuery({ ...objectQuery(made ?? ''), enabled: made !== undefined });
  const values = object(input[name]);
  const give = (next: Input, about?: string) => onChange({ ...input, [name]: next }, about);
  if (kind.name === 'verb') {
    return <VerbInputs meta={meta} input={input} wrong={wrong} onChange={onChange} />;
  }
  const of = kind.name === 'create' ? other : meta;
  return of ? (
    <ValuesPart
      label={say(asked.label)}
      meta={of}
      values={values}
      path={`input.${name}`}
      wrong={wrong}
      clears={kind.name === 'update'}
      onChange={give}
    />
  ) : null;
}

/** What the act asks for by itself. */
function VerbInputs({ meta, input, wrong, onChange }: PartsProps) {
  const id = useId();
  const values = object(input.input);
  const verb = verbsOf(meta).find(({ name }) => name === input.verb);
  return verb?.inputs.map((asked) => {
    const problem = wrongWith(wrong, `input.input.${asked.name}`);
    return (
      <Part
        key={asked.name}
        id={`${id}${asked.name}`}
        label={say(asked.label)}
        required={asked.required}
        wrong={problem}
      >
        <ValueInput
          id={`${id}${asked.name}`}
          field={asField(asked)}
          value={values[asked.name]}
          wrong={problem !== undefined}
          onChange={(next) => {
            const given = Object.entries({ ...values, [asked.name]: next }).filter(
              ([, each]) => each !== null && each !== '',
            );
            onChange({ ...input, input: Object.fromEntries(given) }, `input.input.${asked.name}`);
          }}
        />
      </Part>
    );
  });
}

function VerbPart({ asked, meta, input, wrong, onChange }: OneProps) {
  const { t } = useTranslation('flow');
  const id = useId();
  const problem = wrong?.find(({ member }) => member === 'input.verb' || member === 'input.input')?.message;
  return (
    <Part id={id} label={say(asked.label)} required wrong={problem}>
      <Select<string>
        id={id}
        className={styles.wide ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('choose_verb')}
        {...(problem !== undefined && { status: 'error' as const })}
        value={typeof input.verb === 'string' ? input.verb : null}
        options={verbsOf(meta)
          .filter(({ can, in_bulk, name }) => (can && in_bulk) || name === input.verb)
          .map(({ name, label }) => ({ value: name, label: say(label) }))}
        onChange={(verb: string) => onChange({ verb })}
      />
    </Part>
  );
}

/** What is made: with it come the fields that it cannot be without, and the one that leads here. */
function ObjectPart({ asked, meta, input, wrong, onChange }: OneProps) {
  const { t } = useTranslation('flow');
  const id = useId();
  const objects = useObjects();
  const problem = wrongWith(wrong, 'input.object');
  const chosen = typeof input.object === 'string' ? input.object : undefined;
  const { data: made } = useQuery({ ...objectQuery(chosen ?? ''), enabled: chosen !== undefined });
  const offered = objects.filter((each) => forFlows(each) && each.can.create === true);
  const missing =
    made?.name === chosen && input.set === undefined && made
      ? made.fields.filter((f): f is Field => 'ops' in f && f.required && settable(f))
      : [];
  const begin = () => {
    const link = made?.fields.find(
      (f): f is Field => 'ops' in f && fitting('create', meta)(f) && !f.read_only,
    );
    const given = missing.filter(({ name }) => name !== link?.name).map(({ name }) => [name, null] as const);
    onChange({ ...input, set: Object.fromEntries(given), ...(link && { link: link.name }) });
  };
  return (
    <Part id={id} label={say(asked.label)} required wrong={problem}>
      <Select<string>
        id={id}
        className={styles.wide ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('choose_object')}
        {...(problem !== undefined && { status: 'error' as const })}
        value={chosen ?? null}
        options={offered.map(({ name, label }) => ({ value: name, label: say(label) }))}
        onChange={(next: string) => onChange({ object: next })}
      />
      {chosen !== undefined && input.set === undefined && made?.name === chosen && (
        <Begin key={chosen} act={begin} />
      )}
    </Part>
  );
}

/** A number of the record, and the bound that it comes to. */
function CrossedParts({ kind, ...props }: PartsProps & { kind: Kind }) {
  const { t } = useTranslation('flow');
  const id = useId();
  const { input, wrong, onChange } = props;
  const falls = 'falls' in input && input.falls !== undefined;
  const field = kind.inputs.find(({ type }) => type === 'field');
  const name = falls ? 'falls' : 'rises';
  return (
    <>
      {field && <OneInput {...props} kind={kind} asked={field} />}
      <Part id={`${id}bound`} label={t('bound')} required wrong={wrongWith(wrong, 'input.rises')}>
        <div className={styles.line}>
          <Select<'rises' | 'falls'>
            aria-label={t('direction')}
            className={styles.short ?? ''}
            value={name}
            options={[
              { value: 'rises', label: t('rises') },
              { value: 'falls', label: t('falls') },
            ]}
            onChange={(to: 'rises' | 'falls') =>
              onChange({ ...input, rises: undefined, falls: undefined, [to]: input[name] ?? '' })
            }
          />
          <NumberInput
            id={`${id}bound`}
            value={shownNumber(input[name])}
            wrong={wrongWith(wrong, 'input.rises') !== undefined}
            onChange={(text) => onChange({ ...input, [name]: text ?? '' }, 'input.bound')}
          />
        </div>
      </Part>
    </>
  );
}
