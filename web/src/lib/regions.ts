import { useQueries } from '@tanstack/react-query';
import { answered, api } from './api';
import { language } from './i18n';
import { say } from './meta';

const NATIONAL = /^\d{6}$/;

export type Region = Awaited<ReturnType<ReturnType<typeof level>['queryFn']>>[number];

/** Those that a region of China lies in, the greatest first, and itself. */
export function pathOf(code: string): string[] {
  const province = `${code.slice(0, 2)}0000`;
  const city = `${code.slice(0, 4)}00`;
  return [...new Set([province, city, code])];
}

export const level = (parent: string) => ({
  queryKey: ['regions', parent],
  staleTime: Infinity,
  queryFn: async () =>
    (await answered(api.GET('/api/v1/meta/regions', { params: { query: parent === '' ? {} : { parent } } })))
      .items,
});

/** Those whose name holds the text, and all that they lie in. */
export const named = (text: string) => ({
  queryKey: ['regions', 'named', text],
  staleTime: Infinity,
  queryFn: async () =>
    (await answered(api.GET('/api/v1/meta/regions', { params: { query: { named: text } } }))).items,
});

/** Places from the greatest to the smallest as people write them: `江苏省 苏州市`, `Suzhou, Jiangsu`. */
export const placeText = (places: string[]): string =>
  language() === 'en' ? places.toReversed().join(', ') : places.join(' ');

/** Names a region as people do, the smaller within the greater; other places stay as they are written. */
export function useRegionName(code: string): string {
  const codes = NATIONAL.test(code) ? pathOf(code) : [];
  const levels = useQueries({ queries: codes.map((_, i) => level(i === 0 ? '' : (codes[i - 1] ?? ''))) });
  const names = codes.map((each, i) => say(levels[i]?.data?.find((region) => region.code === each)?.label));
  return placeText([...new Set(names)].filter((name) => name !== '')) || code;
}
