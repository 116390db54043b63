import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { say } from '@/lib/meta';
import { Alert, Refused } from '@/ui/Alert';
import { Constants } from './Constants';
import { fillable, matchable, missing } from '../job/draft';
import { Foot } from '../parts/Foot';
import { MappingTable } from './MappingTable';
import { Owner } from './Owner';
import { Rules } from './Rules';
import { valued } from '../job/values';
import type { RunProps, StepProps } from '../job/stepProps';
import page from '../parts/Page.module.css';

/** Which column fills which field, what every row gets, and what becomes of records that are there. */
export function MapStep(props: StepProps & RunProps) {
  const { job, meta, draft, onDraft, onGo, sending, refused, onRun } = props;
  const { t } = useTranslation('imports');
  const fields = fillable(job, meta);
  const lacking = missing(draft, fields);
  const matches = matchable(draft, fields);
  const listed = (all: typeof lacking) => all.map((field) => say(field.label)).join(t('list_and'));
  const nothing = draft.columns.every((column) => column.field === null);
  const unmatched = draft.mode !== 'create' && draft.match.length === 0;
  const held = nothing
    ? t('map.nothing')
    : lacking.length > 0
      ? t('map.lacking', { fields: listed(lacking) })
      : unmatched
        ? t('map.match_needed')
        : undefined;
  const undated = draft.columns.some(({ column, field, format }) => {
    const type = fields.find(({ name }) => name === field)?.type;
    const guess = job.proposal.columns.find((each) => each.column === column);
    return (
      (type === 'date' || type === 'datetime') && format === undefined && (guess?.formats.length ?? 0) > 1
    );
  });
  const valuesFirst = valued(job, meta, draft).length > 0;
  return (
    <>
      <div className={page.body}>
        {lacking.length > 0 && !nothing && (
          <Alert kind="warning">{t('map.lacking_hint', { fields: listed(lacking) })}</Alert>
        )}
        <Refused error={refused} />
        <section className={page.section}>
          <h2>{t('map.title')}</h2>
          <MappingTable job={job} meta={meta} fields={fields} draft={draft} onDraft={onDraft} />
        </section>
        <Owner fields={fields} draft={draft} onDraft={onDraft} />
        <Constants meta={meta} fields={fields} draft={draft} onDraft={onDraft} />
        <Rules meta={meta} matches={matches} draft={draft} onDraft={onDraft} />
      </div>
      <Foot
        start={<Button onClick={() => onGo('file')}>{t('back')}</Button>}
        note={held ?? (undated ? t('map.undated') : undefined)}
      >
        <Button
          type="primary"
          loading={sending}
          disabled={held !== undefined}
          onClick={() => (valuesFirst ? onGo('values') : onRun(true))}
        >
          {t(valuesFirst ? 'next.values' : 'next.trial')}
        </Button>
      </Foot>
    </>
  );
}
