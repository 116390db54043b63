// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answered, api, isLost, Problem, Unreachable } from './api';
import { later } from './query';
import { reach } from './reach';

const stateOf = (data: unknown, error: Error | null) =>
  ({ state: { data, error } }) as unknown as Parameters<typeof later>[0];
const problem = (status: number) => new Problem({ status });

describe('a server that is away or busy', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    reach.answered();
  });

  const asked = (status: number, type: string) => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response('{}', { status, headers: { 'Content-Type': type } })),
    );
    return answered(api.GET('/api/v1/session', { baseUrl: 'http://hemai.example/' })).catch(
      (error: unknown) => error,
    );
  };

  it.each([502, 503, 504])('is away when something between answers %i', async (status) => {
    expect(await asked(status, 'text/html')).toBeInstanceOf(Unreachable);
    expect(reach.isAway()).toBe(true);
  });

  it('is there when it says itself that it is busy', async () => {
    expect(await asked(503, 'application/problem+json')).toBeInstanceOf(Problem);
    expect(reach.isAway()).toBe(false);
  });

  it('takes nothing off the screen but what is gone or not for the person', () => {
    expect([401, 403, 404, 410, 412, 429, 500, 503].filter((status) => isLost(problem(status)))).toEqual([
      403, 404, 410,
    ]);
    expect(isLost(new Unreachable('away'))).toBe(false);
  });

  it('is asked again later for what is shown', () => {
    expect(later(stateOf('shown', problem(429)))).toBeGreaterThan(0);
    expect(later(stateOf('shown', problem(503)))).toBeGreaterThan(0);
    expect(later(stateOf('shown', problem(403)))).toBe(false);
    expect(later(stateOf('shown', null))).toBe(false);
    expect(later(stateOf(undefined, problem(503)))).toBe(false);
  });
});
