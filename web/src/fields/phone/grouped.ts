/** Numbers of China: mobiles, those that are called for free or at a shared price, and lines with their area before. */
const GROUPS: [RegExp, string][] = [
  [/^\+86(1[3-9]\d)(\d{4})(\d{4})$/, '$1 $2 $3'],
  [/^\+86([48]00)(\d{3})(\d{4})$/, '$1 $2 $3'],
  [/^\+86(10|2\d)(\d{4})(\d{4})$/, '0$1-$2 $3'],
  [/^\+86([3-9]\d{2})(\d{3,4})(\d{4})$/, '0$1-$2 $3'],
];

/** A number of China in the groups in which people read it out; any other as it stands. */
export function grouped(number: string): string {
  const found = GROUPS.find(([form]) => form.test(number));
  return found ? number.replace(...found) : number;
}
