import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { initially, unfit } from '@/fields/fitting';
import { asText, isEmpty, written } from '@/fields/values';
import { Problem, type Candidate } from '@/lib/api';
import type { Choosable } from '@/lib/choices';
import { create, problemsOf, type Values } from '@/lib/changes';
import { everyFieldOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import { recordsKey, type Entry } from '@/lib/records';
import { Alert } from '@/ui/Alert';
import { FormDrawer } from '@/ui/FormDrawer';
import { toast } from '@/ui/toast';
import { draft } from './draft';
import { Duplicates } from './Duplicates';
import { formSections } from './fields';
import { RecordForm } from './RecordForm';
import { Troubles } from './Troubles';
import { useFilled } from './useFilled';

interface Props {
  meta: ObjectMeta;
  /** What is known already, such as the account of a new contact. */
  preset?: Values;
  /** Whether the person stays on the page instead of going to what was made. */
  stay?: boolean;
  /** Fields that are not asked for, since where it is made says them. */
  known?: string[];
  /** What making it does besides, which is good to know before. */
  hint?: string | undefined;
  /** How it is taken back, where that is offered. */
  undo?: ((made: Entry) => () => void) | undefined;
  /** For another form that wants the record: it is told, and nothing is kept for later. */
  onMade?: (made: Choosable) => void;
  onClose: () => void;
}

/** Makes a record; all that is wrong is shown at once, and nothing typed is lost. */
export function CreateDrawer(props: Props) {
  const { meta, preset = {}, stay = false, known, hint, undo, onMade, onClose } = props;
  const { t } = useTranslation('form');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const id = useId();
  const [kept] = useState<Values>(() => (onMade ? {} : draft.read(meta.name)));
  const [values, setValues] = useState<Values>(() => ({ ...kept, ...preset }));
  const [restored, restore] = useState(Object.values(kept).some((value) => !isEmpty(value)));
  const [error, setError] = useState<unknown>();
  const [alike, setAlike] = useState<Candidate[]>([]);
  const [busy, setBusy] = useState(false);
  const [emptied, setEmptied] = useState<string[]>([]);
  const sections = useMemo(() => formSections(meta, false, known), [meta, known]);
  const fields = everyFieldOf(meta);
  const filled = useFilled(meta, values);
  const held: Values = initially(fields, { ...filled, ...values });
  const wrong = problemsOf(error);
  const label = say(meta.label);

  /** Whatever was changed meanwhile stays, such as by a file that has arrived; what does not fit any more goes. */
  const change = (field: Field, value: unknown) => {
    const gone = Object.entries(unfit(fields, { ...held, [field.name]: value }, field.name)).filter(
      ([name]) => name in values, // a default comes and goes by itself
    );
    const typed = { [field.name]: value, ...Object.fromEntries(gone) };
    if (!onMade) {
      draft.keep(meta.name, typed);
    }
    setEmptied((before) => [...before.filter((name) => name !== field.name), ...gone.map(([name]) => name)]);
    setValues((before) => ({ ...before, ...typed }));
  };
  const discard = () => {
    draft.drop(meta.name);
    restore(false);
    setValues(preset);
    setEmptied([]);
    setError(undefined);
    setAlike([]);
  };
  const save = async (allowDuplicates: boolean) => {
    setBusy(true);
    setError(undefined);
    setAlike([]);
    // what came with the form and was taken out is said to be empty, else it would come back
    const comes = new Set(fields.filter((f) => !isEmpty(f.default)).map(({ name }) => name));
    const given = Object.entries({ ...filled, ...values }).filter(
      ([name, value]) => !isEmpty(value) || comes.has(name),
    );
    try {
      const made = await create(
        meta.name,
        Object.fromEntries(given.map(([n, v]) => [n, written(v)])),
        allowDuplicates,
      );
      if (!onMade) {
        draft.drop(meta.name);
      }
      void queries.invalidateQueries({ queryKey: recordsKey(meta.name) });
      toast.done(t('made', { object: label }), undo && { undo: undo(made) });
      onClose();
      if (onMade) {
        onMade({ id: made.id, label: asText(values[meta.name_field]) });
      } else if (!stay) {
        await navigate(`/${meta.name}/${made.id}`);
      }
    } catch (refused) {
      setBusy(false);
      if (refused instanceof Problem && refused.candidates.length > 0) {
        setAlike(refused.candidates);
      }
      setError(refused);
    }
  };

  return (
    <FormDrawer
      title={t('new', { object: label })}
      save={common('save')}
      busy={busy}
      first={`${id}-${sections[0]?.fields[0]?.name ?? ''}`}
      onSave={() => void save(false)}
      onClose={onClose}
    >
      {alike.length > 0 ? (
        <Duplicates
          meta={meta}
          alike={alike}
          blocked={error instanceof Problem && error.code === 'record.duplicate_blocked'}
          onAllow={() => void save(true)}
        />
      ) : (
        <Troubles error={error} fields={sections.flatMap(({ fields }) => fields)} prefix={id} />
      )}
      {hint && <Alert kind="info">{hint}</Alert>}
      {restored && (
        <Alert
          kind="info"
          act={
            <Button size="small" onClick={discard}>
              {t('discard')}
            </Button>
          }
        >
          {t('restored')}
        </Alert>
      )}
      <RecordForm
        prefix={id}
        sections={sections}
        fields={fields}
        values={held}
        emptied={emptied}
        wrong={wrong}
        isGiven={(name) => !isEmpty(values[name])}
        onChange={change}
      />
    </FormDrawer>
  );
}
