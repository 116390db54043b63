import { expect, test, vi } from 'vitest';
import { Problem, Unreachable } from './api';
import { once } from './once';

const asked = { object: 'lead', values: { name: '王芳' } };

test('what was not answered is sent again under its key', async () => {
  const keys: string[] = [];
  const lost = (key: string) => {
    keys.push(key);
    return Promise.reject(new Unreachable('gone'));
  };
  await expect(once(asked, lost)).rejects.toThrow('unreachable');
  await once(asked, (key) => Promise.resolve(keys.push(key)));
  expect(keys[1]).toBe(keys[0]);
  await once(asked, (key) => Promise.resolve(keys.push(key)));
  expect(keys[2]).not.toBe(keys[0]);
});

test('sent twice at once it is one request, and another request is another', async () => {
  const send = vi.fn((key: string) => Promise.resolve(key));
  const [first, second, other] = await Promise.all([
    once(asked, send),
    once(asked, send),
    once({ ...asked, object: 'contact' }, send),
  ]);
  expect(second).toBe(first);
  expect(other).not.toBe(first);
});

test('what was refused is another request when it is sent again', async () => {
  const keys: string[] = [];
  const refuse = (key: string) => {
    keys.push(key);
    return Promise.reject(new Problem({ status: 422 }));
  };
  await expect(once(asked, refuse)).rejects.toThrow();
  await expect(once(asked, refuse)).rejects.toThrow();
  expect(keys[1]).not.toBe(keys[0]);
});
