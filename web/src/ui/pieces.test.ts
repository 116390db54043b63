import { expect, test } from 'vitest';
import { piecesOf } from './pieces';

test('an address breaks behind its signs and loses nothing', () => {
  expect(piecesOf('li.lei@yinzhou-dq.nb.cn')).toEqual(['li.', 'lei@', 'yinzhou-dq.', 'nb.', 'cn']);
  expect(piecesOf('hemai.cn/a?b=1')).toEqual(['hemai.', 'cn/', 'a?', 'b=', '1']);
  expect(piecesOf('//odd..')).toEqual(['//', 'odd..']);
  expect(piecesOf('')).toEqual([]);
});
