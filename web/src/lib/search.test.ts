import { expect, test } from 'vitest';
import { byObject, type Found } from './search';

const hit = (object: string, id: string) => ({ object, id }) as Found;

test('what is found stands by object, in the order of the best, and leaves room for the others', () => {
  const hits = [
    hit('lead', '1'),
    hit('account', '2'),
    hit('lead', '3'),
    hit('lead', '4'),
    hit('account', '5'),
  ];
  expect(byObject(hits, 2).map(({ id }) => id)).toEqual(['1', '3', '2', '5']);
  expect(byObject([hit('lead', '1'), hit('lead', '3'), hit('lead', '4')], 2)).toHaveLength(3);
  const told = [hit('activity', '6'), ...hits];
  expect(byObject(told, 2, ['activity']).map(({ id }) => id)).toEqual(['1', '3', '2', '5', '6']);
});
