import { InputNumber } from 'antd';
import { currencySign } from '@/lib/format';
import styles from '../fields.module.css';
import { typed } from '../typed';
import { asMoney, isEmpty, type Edited } from '../values';

/** The amount in the currency that it has, or in the company's own. */
export default function Edit({ value, onChange, id, autoFocus, wrong }: Edited) {
  const money = isEmpty(value) || typeof value === 'string' ? undefined : asMoney(value);
  const currency = money?.currency;
  const change = (amount: string | null) =>
    onChange(amount === null ? null : currency ? { amount, currency } : amount);
  return (
    <InputNumber<string>
      stringMode
      controls={false}
      parser={typed}
      className={styles.wide ?? ''}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      {...(currency && { prefix: currencySign(currency) })}
      autoFocus={autoFocus === true}
      value={money?.amount.replace(/\.0+$/, '') ?? (typeof value === 'string' ? value : null)}
      onChange={change}
    />
  );
}
