/** A piece of a text that people wrote: words, or a person who is named. */
export type Piece = { words: string } | { person: string; name: string };

const MENTION = /@\[([^\]\n]{1,200})\]\(([A-Za-z0-9_-]{1,40})\)/g;

/** The text in pieces, its marks of people `@[name](id)` told apart. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const mark of text.matchAll(MENTION)) {
    const [whole, name = '', person = ''] = mark;
    if (mark.index > from) {
      found.push({ words: text.slice(from, mark.index) });
    }
    found.push({ person, name });
    from = mark.index + whole.length;
  }
  if (from < text.length) {
    found.push({ words: text.slice(from) });
  }
  return found;
}

/** People by the name by which they were picked. */
export type Named = Record<string, string>;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text with marks in place of the names that were picked; the longest names first, so that none hides another. */
export function marked(text: string, named: Named): string {
  const names = Object.keys(named).sort((a, b) => b.length - a.length);
  if (names.length === 0) {
    return text;
  }
  return text.replace(new RegExp(`@(${names.map(escaped).join('|')})`, 'g'), (whole, name: string) =>
    named[name] === undefined ? whole : `@[${name}](${named[name]})`,
  );
}

/** What is typed after an @ at the end of what stands before the caret; undefined when nobody is being named. */
export function naming(before: string): string | undefined {
  return /(?:^|[\s，。；：、（(])@([^\s@]{0,20})$/u.exec(before)?.[1];
}
