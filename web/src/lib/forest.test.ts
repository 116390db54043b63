import { expect, test } from 'vitest';
import { forestOf, rowsOf } from './forest';

interface Node {
  id: string;
  above?: string;
}

const drawn = (nodes: Node[]) =>
  rowsOf(forestOf(nodes, ({ above }) => above)).map(({ tree, depth }) => '-'.repeat(depth) + tree.item.id);

test('what is below stands below, in the order given', () => {
  const nodes = [{ id: 'b', above: 'a' }, { id: 'a' }, { id: 'c', above: 'b' }, { id: 'd', above: 'a' }];
  expect(drawn(nodes)).toEqual(['a', '-b', '--c', '-d']);
});

test('what stands above and is not here makes a top', () => {
  expect(
    drawn([
      { id: 'a', above: 'elsewhere' },
      { id: 'b', above: 'a' },
    ]),
  ).toEqual(['a', '-b']);
});

test('a ring is opened, and everybody in it and below it stands once', () => {
  const ring = [
    { id: 'a', above: 'c' },
    { id: 'b', above: 'a' },
    { id: 'c', above: 'b' },
    { id: 'd', above: 'c' },
    { id: 'self', above: 'self' },
  ];
  expect(drawn(ring)).toEqual(['self', 'a', '-b', '--c', '---d']);
});
