// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { noteDown, type Noted } from './noting';

/** What was sent last. */
let sent: unknown;

beforeAll(() => {
  vi.stubGlobal('fetch', async (request: Request) => {
    sent = await request.json();
    return Response.json({ id: 'a', version: 1 });
  });
});

afterAll(() => {
  vi.unstubAllGlobals();
});

const call: Noted = {
  kind: 'call',
  text: '',
  called: '未联系上',
  outcome: 'not_reached',
  next: undefined,
  completes: false,
};
const about = { object: 'lead', id: 'a' };
const shared = { kind: 'call', about, direction: 'outbound', outcome: 'not_reached' };

test('a call of which nothing was said is called by its outcome, and has no text', async () => {
  await noteDown(new QueryClient(), about, call);
  expect(sent).toEqual({ ...shared, subject: '未联系上' });
  await noteDown(new QueryClient(), about, { ...call, text: '没人接' });
  expect(sent).toEqual({ ...shared, body: '没人接' });
});
