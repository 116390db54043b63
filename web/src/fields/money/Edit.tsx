import { currencySign } from '@/lib/format';
import { NumberInput } from '../NumberInput';
import { asMoney, isEmpty, type Edited } from '../values';

/** The amount in the currency that it has, or in the company's own. */
export default function Edit({ value, onChange, id, autoFocus, wrong }: Edited) {
  const money = isEmpty(value) || typeof value === 'string' ? undefined : asMoney(value);
  const currency = money?.currency;
  return (
    <NumberInput
      {...(id && { id })}
      {...(currency && { prefix: currencySign(currency) })}
      autoFocus={autoFocus === true}
      wrong={wrong === true}
      value={money?.amount ?? (typeof value === 'string' ? value : '')}
      onChange={(amount) => onChange(amount === null ? null : currency ? { amount, currency } : amount)}
    />
  );
}
