import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import type { Guess, Import } from '../job/api';
import { Choose } from '../parts/Choose';
import { assign, SURE, type Column, type Draft } from '../job/draft';
import { FieldButton } from './FieldButton';
import styles from './MappingTable.module.css';

interface Props {
  job: Import;
  meta: ObjectMeta;
  fields: Field[];
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

/** A line for each column of the file: what stands in it, and the field that it fills. */
export function MappingTable({ job, meta, fields, draft, onDraft }: Props) {
  const { t } = useTranslation('imports');
  const guesses = job.proposal.columns;
  const tried = !job.look;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('map.column')}</th>
          <th scope="col">{t('map.samples')}</th>
          <th scope="col">{t('map.field')}</th>
          {tried && (
            <th scope="col" className={styles.number}>
              {t('map.problems')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {guesses.map((guess, i) => {
          const column = draft.columns[i];
          if (!column) {
            return null;
          }
          const problems = job.kinds
            .filter((kind) => kind.column === guess.column)
            .reduce((sum, kind) => sum + kind.rows, 0);
          const seen = guess.seen ?? 0;
          return (
            <tr key={guess.column} data-out={column.field === null}>
              <th scope="row">
                <span className={styles.name}>{guess.column}</span>
                <span className={styles.filled}>
                  {guess.filled === 0
                    ? t('map.empty')
                    : seen > 0 && guess.filled < seen
                      ? t('map.filled', { share: Math.max(1, Math.floor((guess.filled / seen) * 100)) })
                      : null}
                </span>
              </th>
              <td>
                <div className={styles.samples}>
                  {guess.samples.map((sample) => (
                    <span key={sample} title={sample}>
                      {sample}
                    </span>
                  ))}
                </div>
              </td>
              <td>
                <FieldButton
                  column={guess.column}
                  meta={meta}
                  fields={fields}
                  draft={draft}
                  guess={guess}
                  onPick={(field) => onDraft(assign(draft, guesses, guess.column, field))}
                />
                <Sureness
                  guess={guess}
                  column={column}
                  fields={fields}
                  draft={draft}
                  onTake={(field) => onDraft(assign(draft, guesses, guess.column, field))}
                />
                <Format
                  guess={guess}
                  column={column}
                  field={fields.find(({ name }) => name === column.field)}
                  onFormat={(format) =>
                    onDraft({
                      ...draft,
                      columns: draft.columns.map((each) => (each === column ? { ...each, format } : each)),
                    })
                  }
                />
              </td>
              {tried && (
                <td className={styles.number} data-wrong={problems > 0}>
                  {problems > 0 ? t('map.problem_rows', { count: problems, n: number(problems) }) : '–'}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface SurenessProps {
  guess: Guess;
  column: Column;
  fields: Field[];
  draft: Draft;
  onTake: (field: Field) => void;
}

/** How sure the proposal is; one that is not sure waits to be taken. */
function Sureness({ guess, column, fields, draft, onTake }: SurenessProps) {
  const { t } = useTranslation('imports');
  const proposed = fields.find(({ name }) => name === guess.field);
  if (!proposed) {
    return null;
  }
  if (column.field === proposed.name) {
    const sure = guess.confidence >= 0.99 ? 'same' : guess.confidence >= SURE ? 'likely' : 'maybe';
    return (
      <span className={styles.sure} data-sure={sure}>
        {t(`map.sure.${sure}`)}
      </span>
    );
  }
  const taken = draft.columns.some((each) => each.field === proposed.name);
  return column.field === null && !taken ? (
    <button type="button" className={styles.offer} onClick={() => onTake(proposed)}>
      {t('map.offer', { field: say(proposed.label) })}
    </button>
  ) : null;
}

interface FormatProps {
  guess: Guess;
  column: Column;
  field: Field | undefined;
  onFormat: (format: string | undefined) => void;
}

/** Days that can be read in more than one way are read as the person says. */
function Format({ guess, column, field, onFormat }: FormatProps) {
  const { t } = useTranslation('imports');
  if ((field?.type !== 'date' && field?.type !== 'datetime') || guess.formats.length < 2) {
    return null;
  }
  return (
    <div className={styles.format}>
      <Choose
        label={t('map.format', { column: column.column })}
        value={column.format ?? ''}
        wrong={column.format === undefined}
        options={[
          { value: '', label: t('map.format_choose') },
          ...guess.formats.map((format) => ({
            value: format,
            label: t('map.format_as', { format, sample: guess.samples[0] ?? '' }),
          })),
        ]}
        onChange={(format) => onFormat(format === '' ? undefined : format)}
      />
    </div>
  );
}
