/** More than that says only that there was next to nothing before. */
const MOST = 999;

/** By how many per cent a number is more than another; undefined where that says nothing. */
export function trend(is: number, was: number): number | undefined {
  const change = ((is - was) / was) * 100;
  return was === 0 || change > MOST ? undefined : change;
}
