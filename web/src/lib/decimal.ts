/** Amounts have at most that many places. */
const PLACES = 8;
const SHOWN = 2;

function scaled(amount: string): bigint {
  const [whole = '0', places = ''] = amount.replace('-', '').split('.');
  const units = BigInt(whole + places.slice(0, PLACES).padEnd(PLACES, '0'));
  return amount.startsWith('-') ? -units : units;
}

/** The sum of two amounts, exactly, with two places. */
export function plus(one: string, other: string): string {
  const units = scaled(one) + scaled(other);
  const digits = String(units < 0n ? -units : units).padStart(PLACES + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES, -PLACES + SHOWN)}`;
}

export const negated = (amount: string): string => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`);

/** The sum of two amounts that are drawn; no cent is lost on the way, however many are added. */
export const together = (one: number, other: number): number => Number(plus(plain(one), plain(other)));

/** The number without an exponent. */
const plain = (amount: number): string =>
  amount.toLocaleString('en', { useGrouping: false, maximumFractionDigits: PLACES });
