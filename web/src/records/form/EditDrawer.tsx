import { Suspense, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unfit } from '@/fields/fitting';
import { Problem } from '@/lib/api';
import { problemsOf } from '@/lib/changes';
import { lazy } from '@/lib/lazy';
import { everyFieldOf, fieldOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { FormDrawer } from '@/ui/FormDrawer';
import { Duplicates } from './Duplicates';
import { formSections } from './fields';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { RecordForm } from './RecordForm';
import { Troubles } from './Troubles';
import { useEditing } from './useEditing';

const ClashDialog = lazy(() =>
  import('../editing/ClashDialog').then((module) => ({ default: module.ClashDialog })),
);

interface Props {
  meta: ObjectMeta;
  entry: Entry;
  onClose: () => void;
}

/** Changes many fields of a record at once; all that is wrong is shown, and nothing typed is lost. */
export function EditDrawer({ meta, entry, onClose }: Props) {
  const { t } = useTranslation('form');
  const { t: common } = useTranslation();
  const id = useId();
  const [leaving, leave] = useState(false);
  const form = useEditing(meta, entry, onClose);
  const sections = useMemo(() => formSections(meta, true), [meta]);
  const { clash, error } = form;
  const fields = everyFieldOf(meta);
  const [emptied, setEmptied] = useState<string[]>([]);
  const change = ({ name }: Field, value: unknown) => {
    const gone = unfit(fields, { ...form.values, [name]: value }, name);
    Object.entries({ [name]: value, ...gone }).forEach(([each, to]) => form.type(each, to));
    setEmptied((before) => [...before.filter((each) => each !== name), ...Object.keys(gone)]);
  };
  return (
    <FormDrawer
      title={t('edit', { object: say(meta.label) })}
      save={common('save')}
      busy={form.busy}
      first={`${id}-${sections[0]?.fields[0]?.name ?? ''}`}
      onSave={() => void form.save()}
      onClose={() => (Object.keys(form.changed).length > 0 ? leave(true) : onClose())}
    >
      {form.alike.length > 0 ? (
        <Duplicates
          meta={meta}
          alike={form.alike}
          editing
          blocked={error instanceof Problem && error.code === 'record.duplicate_blocked'}
          onAllow={() => void form.save(true)}
        />
      ) : (
        <Troubles error={error} fields={sections.flatMap(({ fields }) => fields)} prefix={id} />
      )}
      <RecordForm
        prefix={id}
        sections={sections}
        fields={fields}
        of={{ object: meta.name, id: entry.id }}
        values={form.values}
        emptied={emptied}
        wrong={problemsOf(error)}
        isGiven={(name) => name in form.changed}
        onChange={change}
      />
      {clash && (
        <Suspense fallback={null}>
          <ClashDialog
            fields={clash.fields.flatMap((name) => fieldOf(meta, name) ?? [])}
            base={clash.base}
            theirs={clash.theirs}
            mine={form.changed}
            busy={form.busy}
            onSave={(chosen) => void form.settle(clash, chosen)}
            onClose={form.back}
          />
        </Suspense>
      )}
      {leaving && (
        <LeaveDialog
          hint={t('leave_hint', { count: Object.keys(form.changed).length })}
          onLeave={onClose}
          onStay={() => leave(false)}
        />
      )}
    </FormDrawer>
  );
}
