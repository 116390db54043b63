import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { written } from '@/fields/values';
import { problemsOf, useAct, type Values } from '@/lib/changes';
import { everyFieldOf, fieldOf, say, type ObjectMeta, type Verb, verbsOf } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { FormDialog } from '@/ui/FormDialog';
import { useKeys } from '@/ui/keys';
import { tell, whyNot } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { useFocusBack } from '@/ui/useFocusBack';
import { ownOf } from '../brought';
import { Fill } from '../editing/AddedUp';
import { proposed } from '../form/proposals';
import { reopening } from '../path/reopening';
import { asField, type VerbCall } from './verbs';
import styles from './VerbDialog.module.css';

interface Props {
  meta: ObjectMeta;
  entry: Entry;
  call: VerbCall;
  onClose: () => void;
}

/** What may be left out where it is a field of the record begins as the record has it or as is proposed. */
const atFirst = (meta: ObjectMeta, entry: Entry, inputs: Verb['inputs']): Values => {
  const fields = inputs.filter(({ name, required }) => {
    const field = required ? undefined : fieldOf(meta, name);
    return field && !field.read_only && field.access === 'write';
  });
  return proposed(meta.name, fields, entry);
};

/** Asks what a verb needs to know, and does it. */
export function VerbDialog({ meta, entry, call, onClose }: Props) {
  const { t } = useTranslation('record');
  const queries = useQueryClient();
  const id = useId();
  const verb = verbsOf(meta).find((each) => each.name === call.verb);
  const [values, setValues] = useState<Values>(() => ({
    ...atFirst(meta, entry, verb?.inputs ?? []),
    ...call.preset,
  }));
  const acting = useAct(meta.name, entry);
  const error = acting.error ?? call.error;
  const wrong = problemsOf(error);
  const inputs = verb?.inputs ?? [];
  const fields = everyFieldOf(meta);
  const hint = ownOf(meta.name).hints?.[call.verb]?.();
  const elsewhere = error && !inputs.some((input) => wrong.has(input.name)) ? whyNot(error) : undefined;

  const back = reopening(meta, call.verb, entry);
  const refresh = () => queries.invalidateQueries({ queryKey: ['records'] });

  const run = async () => {
    const input = Object.fromEntries(
      Object.entries(values)
        .map(([name, value]) => [name, written(value)] as const)
        .filter(([, value]) => value !== null && value !== ''),
    );
    try {
      const after = (await acting.mutateAsync({ verb: call.verb, input })) as Entry;
      toast.done(
        t(`did.${call.verb}`, { defaultValue: t('acted', { verb: say(verb?.label) }) }),
        back && { undo: () => void back(after).then(refresh, tell) },
      );
      onClose();
    } catch {
      return; // what is wrong stands beside the inputs
    }
  };

  useKeys('dialogs', { submit: () => acting.isPending || void run() });
  useFocusBack();

  return (
    <FormDialog
      title={say(verb?.label)}
      okText={say(verb?.label)}
      confirmLoading={acting.isPending}
      onOk={() => void run()}
      onClose={onClose}
      width={440}
    >
      <div className={styles.inputs}>
        {inputs.map((input, i) => (
          <div key={input.name} className={styles.input}>
            <label htmlFor={`${id}-${input.name}`}>
              {say(input.label)}
              {input.required && <span className={styles.required}> *</span>}
            </label>
            <Fill
              of={{ object: meta.name, id: entry.id }}
              id={`${id}-${input.name}`}
              field={asField(input)}
              among={{ fields, values: { ...entry, ...values } }}
              value={values[input.name]}
              autoFocus={i === 0}
              wrong={wrong.has(input.name)}
              onChange={(value) => setValues((before) => ({ ...before, [input.name]: value }))}
            />
            {wrong.has(input.name) && (
              <p role="alert" className={styles.wrong}>
                {wrong.get(input.name)}
              </p>
            )}
          </div>
        ))}
        {hint && <p className={styles.hint}>{hint}</p>}
        {elsewhere && (
          <p role="alert" className={styles.wrong}>
            {elsewhere}
          </p>
        )}
      </div>
    </FormDialog>
  );
}
