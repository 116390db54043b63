import type { Choice } from '@/lib/meta';

/** The letters and digits of a text, without case and width. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const words = (choice: Choice): string[] => [choice.code, ...Object.values(choice.label ?? {})].map(String);

/** The choice that the text names, as the server reads it without help. */
export const namedBy = (text: string, choices: Choice[]): Choice | undefined => {
  const said = text.normalize('NFKC').trim().toLowerCase();
  return choices.find((choice) => words(choice).some((word) => word.toLowerCase() === said));
};

/** The one choice that is called so but for spaces, signs and case. */
export function likelyBy(text: string, choices: Choice[]): Choice | undefined {
  const said = bare(text);
  const alike =
    said === '' ? [] : choices.filter((choice) => words(choice).some((word) => bare(word) === said));
  return alike.length === 1 ? alike[0] : undefined;
}

/** What forms and other programs write when nobody chose anything. */
const nothings = new Set('select na n/a null none nil - -- / — 无 空 请选择 暂无 未填 未填写'.split(' '));

/** Whether the text says that there is nothing. */
export const saysNothing = (text: string): boolean =>
  nothings.has(text.normalize('NFKC').trim().toLowerCase());
