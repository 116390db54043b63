// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { answered, api } from './api';

const told = (status: number, body: unknown) => () =>
  Promise.resolve(
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } }),
  );

const assign = () =>
  answered(
    api.POST('/api/v1/records/{object}/bulk', {
      params: { path: { object: 'lead' } },
      body: { ids: ['1'], verb: 'assign', input: { owner: '2' } },
    }),
  );

afterEach(() => vi.unstubAllGlobals());

it('what gave way to another is sent again, whole and once', async () => {
  const bodies: string[] = [];
  const answers = [told(409, { code: 'request.retry' }), told(200, { id: 'done' })];
  vi.stubGlobal('fetch', async (request: Request) => {
    bodies.push(await request.text());
    return (answers.shift() ?? told(500, {}))();
  });
  expect(await assign()).toEqual({ id: 'done' });
  expect(bodies.length).toBe(2);
  expect(bodies[1]).toBe(bodies[0]);
});

it('other conflicts are told', async () => {
  const sent = vi.fn(told(409, { code: 'record.duplicate' }));
  vi.stubGlobal('fetch', sent);
  await expect(assign()).rejects.toMatchObject({ code: 'record.duplicate' });
  expect(sent).toHaveBeenCalledOnce();
});
