import { beforeEach, expect, it, vi } from 'vitest';
import { act, remove, type T } from './acts';

const post = vi.hoisted(() => vi.fn());
const told = vi.hoisted(() => ({ tell: vi.fn(), done: vi.fn(), problem: vi.fn() }));
vi.mock('@/lib/api', async (load) => ({ ...(await load<object>()), api: { POST: post, GET: post } }));
vi.mock('@/ui/toast', () => ({ toast: { problem: told.problem, work: () => told } }));

const t = ((key: string) => key) as unknown as T;
const filter = { field: 'status', op: 'eq', value: 'new' } as const;
let matching = 3;
let refused = 0;

const answer = (data: unknown) => Promise.resolve({ data, response: new Response() });

beforeEach(() => {
  vi.clearAllMocks();
  matching = 3;
  refused = 0;
  post.mockImplementation((path: string, { body }: { body: { delete?: unknown[] } }) => {
    if (path.endsWith('/query')) {
      return answer({
        items: Array.from({ length: matching }, (_, i) => ({ id: String(i), version: 1 })),
        next: null,
      });
    }
    return answer({ results: body.delete?.map((_, i) => ({ status: i < refused ? 412 : 204 })) });
  });
});

const deleted = () => post.mock.calls.filter(([path]) => String(path).endsWith('/batch')).length;

it('all that match are deleted when they are as many as were confirmed', async () => {
  await remove(t, 'lead', { filter, expected: 3 });
  expect(deleted()).toBe(1);
  expect(told.done).toHaveBeenCalledWith('done.delete', expect.anything());
});

it.each([2, 4])('nothing is deleted when %i match instead of three', async (now) => {
  matching = now;
  await remove(t, 'lead', { filter, expected: 3 });
  expect(deleted()).toBe(0);
  expect(told.problem).toHaveBeenCalledWith('count_differs');
});

it('what was changed meanwhile is left, and told in words', async () => {
  refused = 3;
  const say = vi.fn((key: string) => key);
  await remove(say as unknown as T, 'lead', { filter, expected: 3 });
  expect(say).toHaveBeenCalledWith('failed', { n: '3', reason: 'changed_meanwhile' });
});

it('an act that the server does not take on is told, so that its panel stays', async () => {
  post.mockRejectedValueOnce(new TypeError('away'));
  expect(await act(t, 'lead', 'set', { ids: ['0'] }, { set: { name: 'x' } })).toBe(false);
  expect(told.problem).toHaveBeenCalledOnce();
});

it('an act that names somebody tells whom', async () => {
  const say = vi.fn((key: string) => key);
  post.mockImplementation((path: string) =>
    answer(path.endsWith('/bulk') ? { id: 'job' } : { status: 'done', updated: 4, failed: 0, problems: [] }),
  );
  await act(
    say as unknown as T,
    'lead',
    'assign',
    { ids: ['0'] },
    { verb: 'assign', input: {} },
    { whom: '王芳' },
  );
  await vi.waitFor(() => expect(say).toHaveBeenCalledWith('done.assign', { n: '4', whom: '王芳' }));
});
