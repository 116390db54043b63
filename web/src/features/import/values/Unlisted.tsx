import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { Alert } from '@/ui/Alert';
import { fresh, type Valued } from '../job/values';

interface Props {
  valued: Valued;
  onListed: (listed: boolean) => void;
}

/** Tells that a column says too much to become options by itself, and lets that be meant all the same. */
export function Unlisted({ valued, onListed }: Props) {
  const { t } = useTranslation('imports');
  const { column, said } = valued;
  if (column.listed === undefined) {
    return null;
  }
  const left = fresh(valued);
  const rows = left.reduce((sum, each) => sum + each.rows, 0);
  const told = { count: left.length, n: number(left.length), rows: number(rows) };
  return (
    <Alert
      kind={column.listed ? 'warning' : 'info'}
      act={
        <Button size="small" onClick={() => onListed(!column.listed)}>
          {t(column.listed ? 'values.add_all' : 'values.add_none')}
        </Button>
      }
    >
      {said.length === 0
        ? t(column.listed ? 'values.very_many' : 'values.very_many_added')
        : t(column.listed ? 'values.many' : 'values.many_added', told)}
    </Alert>
  );
}
