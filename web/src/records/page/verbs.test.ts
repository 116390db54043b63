import { expect, test } from 'vitest';
import { offered } from './verbs';

test('a verb is told nothing that it does not ask the person for', () => {
  const asked = new Map([['amount', {}]]);
  expect(offered(asked, { amount: '5', opportunity_name: 'kept from writing' })).toEqual({ amount: '5' });
});
