import { Modal } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy } from '@/lib/lazy';
import { everyFieldOf, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { Missing } from '../editing/Missing';
import { proposed } from '../form/proposals';
import type { Question } from './useCarry';

const GateDialog = lazy(() =>
  import('../process/GateDialog').then((module) => ({ default: module.GateDialog })),
);

interface Props {
  meta: ObjectMeta;
  /** The field in which the record moves. */
  by: Field;
  question: Question;
  column: string;
}

/** Asks for just what a move lacks, and lets it go on then. */
export function Ask({ meta, by, question: { need, to, values, answer }, column }: Props) {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation();
  if (need.kind === 'fields') {
    return (
      <Missing
        title={need.ends ?? t('move_to', { column })}
        act={need.ends ?? t('move_act')}
        fields={need.fields}
        of={{ object: meta.name, id: String(values.id) }}
        among={{ fields: everyFieldOf(meta), values }}
        initial={proposed(
          meta.name,
          need.fields.map(({ field }) => field),
          values,
        )}
        onGo={(given) => answer({ values: given, reopen: false })}
        onClose={() => answer(null)}
      />
    );
  }
  if (need.kind === 'gate') {
    return (
      <Suspense fallback={null}>
        <GateDialog
          meta={meta}
          by={by}
          entry={values as Entry}
          to={to}
          state={column}
          onGo={(submission) => answer({ values: {}, reopen: false, submission })}
          onClose={() => answer(null)}
        />
      </Suspense>
    );
  }
  return (
    <Modal
      open
      centered
      width={400}
      title={t('reopen', { column })}
      okText={t('reopen_act')}
      cancelText={common('cancel')}
      onOk={() => answer({ values: {}, reopen: true })}
      onCancel={() => answer(null)}
    >
      <p className="muted">{need.message}</p>
    </Modal>
  );
}
