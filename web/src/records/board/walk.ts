const top = (card: HTMLElement) => card.getBoundingClientRect().top;

/** The cards that are drawn, column by column, each from above; columns without any are passed over. */
const columnsIn = (board: HTMLElement): HTMLElement[][] =>
  [...board.querySelectorAll('section')]
    .filter((section) => section.querySelector('section') === null)
    .map((column) => [...column.querySelectorAll<HTMLElement>('li > a')].sort((a, b) => top(a) - top(b)))
    .filter((cards) => cards.length > 0);

/** Takes the focus to a card nearby: the next in the column, or the one at the same height beside it; whether there is one. */
export function walk(board: HTMLElement | null, right: number, down: number): boolean {
  const columns = board ? columnsIn(board) : [];
  const at = document.activeElement;
  const column = columns.findIndex((cards) => cards.some((card) => card === at));
  const here = columns[column];
  const card = here?.find((each) => each === at);
  if (!here || !card) {
    columns[0]?.[0]?.focus();
    return columns.length > 0;
  }
  const height = top(card);
  const beside = columns[column + right] ?? [];
  const nearest = [...beside].sort((a, b) => Math.abs(top(a) - height) - Math.abs(top(b) - height))[0];
  const next = right === 0 ? here[here.indexOf(card) + down] : nearest;
  next?.focus();
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}
