import { expect, test } from 'vitest';
import { Problem } from './api';

test.each([
  ['请填写姓名。', '请填写姓名'],
  ['请填写姓名。保存后可修改。', '请填写姓名。保存后可修改。'],
  ['Enter a name.', 'Enter a name'],
  ['Enter a name. It can be changed later.', 'Enter a name. It can be changed later.'],
  ['大小不超过 1.5 MB。', '大小不超过 1.5 MB'],
])('one sentence by itself ends without a full stop: %s', (told, said) => {
  const problem = new Problem({ status: 422, detail: told, errors: [{ code: 'x', message: told }] });
  expect([problem.message, problem.errors[0]?.message]).toEqual([said, said]);
});

test('what was brought in before a refusal is known', () => {
  expect(new Problem({ status: 422, brought_in: 3 }).broughtIn).toBe(3);
  expect(new Problem({ status: 422 }).broughtIn).toBe(0);
});
