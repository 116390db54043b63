import { useTranslation } from 'react-i18next';
import { briefMoney, moneyText, number } from '@/lib/format';
import { sees } from '@/lib/meta';
import { count, numberOf, type Row } from '@/lib/reports';
import { currencyIn, sum } from '../measures';
import type { Scope } from './scope';

/** Deals are told by their worth, and to who sees no amounts by their number. */
export function useWorth({ metas }: Scope) {
  const { t } = useTranslation('cockpit');
  const valued = sees(metas.opportunity, 'amount');
  return {
    valued,
    measures: valued ? [count, sum] : [count],
    of: (row: Row | undefined) => numberOf(valued ? row?.amount : row?.count),
    deals: (n: number) => t('deals', { count: n, n: number(n) }),
    /** How values of these rows are written. */
    told(rows: Row[]) {
      const currency = currencyIn(rows);
      return valued
        ? {
            brief: (n: number) => briefMoney(n, currency),
            full: (n: number) => moneyText({ amount: String(n), currency }),
          }
        : { brief: number, full: number };
    },
  };
}
