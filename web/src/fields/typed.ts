/** By how many zeros words make a number longer that people write behind it. */
const ZEROS: Record<string, number> = {
  '\u5341': 1, // ten
  '\u767e': 2,
  '\u5343': 3,
  k: 3,
  '\u4e07': 4,
  w: 4, // the first letter of wan, ten thousand
  m: 6,
  '\u4ebf': 8,
};

/** A currency, a sign, digits, words that make them many, and again a currency or what is counted. */
const NUMBER =
  /^(?:[a-z]{3}|[a-z]{0,3}\p{Sc})?([+-]?)(\d*)(?:\.(\d*))?([\u5343kwm]|[\u5341\u767e\u5343\u4e07]?[\u4e07\u4ebf])?(?:[\u5143%\p{Sc}]|[a-z]{3})?$/u;

/** Whether it is a number in digits, as the server reads them. */
export const isNumber = (text: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text);

/** A number as people type it, with signs of currency, separators and words such as those for ten thousand, in digits: `12.5k` is `12500`; what is no number stays as it is. */
export function typed(text: string): string {
  const half = text.normalize('NFKC').toLowerCase().replace(/[,\s]/g, '');
  const understood = NUMBER.exec(half);
  const [, sign = '', whole = '', part = '', word = ''] = understood ?? [];
  if (whole + part === '' || isNumber(half)) {
    return understood || isNumber(half) ? half : text.trim();
  }
  const zeros = Array.from(word).reduce((sum, each) => sum + (ZEROS[each] ?? 0), 0);
  const moved = part.padEnd(zeros, '0');
  const rest = moved.slice(zeros);
  return sign + ((whole + moved.slice(0, zeros)).replace(/^0+(?=\d)/, '') || '0') + (rest ? `.${rest}` : '');
}
