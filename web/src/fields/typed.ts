/** What people write behind a number for many of them. */
const TIMES: Record<string, number> = { '\u4e07': 4, '\u4ebf': 8, k: 3, m: 6 };

/** A number as people type it, with signs of currency, separators and words such as those for ten thousand, in digits: `12.5k` is `12500`; what is no number stays as it is. */
export function typed(text: string | undefined): string {
  const half = (text ?? '').normalize('NFKC').toLowerCase().replace(/[,\s]/g, '');
  const understood =
    /^[\p{Sc}a-z]*?([+-]?)(\d*)(\.(\d*))?([\u4e07\u4ebfkm]?)(?:[\u5143%\p{Sc}]|[a-z]{3})?$/u.exec(half);
  if (!understood) {
    return half;
  }
  const [, sign = '', whole = '', , part = '', word = ''] = understood;
  const zeros = TIMES[word];
  if (zeros === undefined || whole + part === '') {
    return half.replace(/[^\d.+-]/g, '');
  }
  const moved = part.padEnd(zeros, '0');
  const rest = moved.slice(zeros);
  return sign + (whole + moved.slice(0, zeros)).replace(/^0+(?=\d)/, '') + (rest ? `.${rest}` : '');
}
