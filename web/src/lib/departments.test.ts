import { expect, test } from 'vitest';
import { treeOf, withBelow } from './departments';

const entry = (id: string, parent?: string) => ({
  id,
  version: 1,
  name: id,
  parent: parent === undefined ? null : { id: parent, label: parent },
});
const tree = treeOf([
  entry('b2', 'b'),
  entry('a'),
  entry('b1', 'b'),
  entry('b'),
  entry('b11', 'b1'),
  entry('c'),
]);

test('departments stand below those they belong to', () => {
  expect(tree.map(({ id, depth }) => `${id} ${depth}`)).toEqual([
    'a 0',
    'b 0',
    'b1 1',
    'b11 2',
    'b2 1',
    'c 0',
  ]);
  expect(treeOf([entry('x', 'unseen')])).toHaveLength(1);
});

test('a team has those below it', () => {
  expect(withBelow(tree, 'b')).toEqual(['b', 'b1', 'b11', 'b2']);
  expect(withBelow(tree, 'b1')).toEqual(['b1', 'b11']);
  expect(withBelow(tree, 'c')).toEqual(['c']);
  expect(withBelow(tree, 'gone')).toEqual([]);
});
