import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { everyFieldOf, type ObjectMeta } from '@/lib/meta';
import { Missing } from '../editing/Missing';
import { proposed } from '../form/proposals';
import type { Question } from './useCarry';

interface Props {
  meta: ObjectMeta;
  question: Question;
  column: string;
}

/** Asks for just what a move lacks, and lets it go on then. */
export function Ask({ meta, question: { need, values, answer }, column }: Props) {
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
