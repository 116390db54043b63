import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import { Alert } from '@/ui/Alert';
import type { Import } from '../job/api';
import { meaning, type Draft } from '../job/draft';
import styles from './Fixes.module.css';

interface Props {
  job: Import;
  meta: ObjectMeta;
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

/** Values that are nearly those of a choice or of a record: what was probably meant, to be taken one by one or all. */
export function Fixes({ job, meta, draft, onDraft }: Props) {
  const { t } = useTranslation('imports');
  const columnOf = (name: string) => draft.columns.find(({ column }) => column === name);
  const left = job.fixes.filter(({ column, value }) => columnOf(column)?.values[value] === undefined);
  if (left.length === 0) {
    return null;
  }
  const word = ({ column, fix }: (typeof left)[number]) => {
    const choice = fieldOf(meta, columnOf(column)?.field ?? '')?.choices?.find(({ code }) => code === fix);
    return say(choice?.label) || fix;
  };
  const take = (some: typeof left) =>
    onDraft(some.reduce((sofar, { column, value, fix }) => meaning(sofar, column, value, fix), draft));
  return (
    <Alert
      kind="info"
      act={
        left.length > 1 ? (
          <Button size="small" onClick={() => take(left)}>
            {t('fixes.all')}
          </Button>
        ) : undefined
      }
    >
      <p>{t('fixes.title', { count: left.length })}</p>
      <ul className={styles.fixes}>
        {left.map((fix) => (
          <li key={`${fix.column} ${fix.value}`}>
            <span>
              {t('fixes.one', {
                column: fix.column,
                value: fix.value,
                fix: word(fix),
                count: fix.rows,
                n: number(fix.rows),
              })}
            </span>
            <Button size="small" type="link" onClick={() => take([fix])}>
              {t('fixes.take')}
            </Button>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
