import { queryOptions } from '@tanstack/react-query';
import i18next, { type TFunction } from 'i18next';
import { answered, api, type Schemas } from '@/lib/api';
import { number } from '@/lib/format';
import { queryClient } from '@/lib/query';
import { recordsKey, type Filter } from '@/lib/records';
import { whyNot } from '@/ui/tell';
import { toast, type Work } from '@/ui/toast';

export type T = TFunction<'bulk'>;

/** All that match, of which so many were seen; nothing is done with more or fewer. */
export interface All {
  filter: Filter;
  expected: number;
}

/** Which records are meant. */
export type Target = { ids: string[] } | All;

/** What else the words for what was done tell. */
type Named = Partial<Record<'whom', string>>;

/** What is done with them. */
export type Deed =
  | { verb: string; input: Record<string, unknown> }
  | { set: Record<string, unknown> }
  | { add?: Record<string, string[]>; remove?: Record<string, string[]> };

type Kind = 'assign' | 'set' | 'tag';

type Job = Schemas['BulkAct'];

const [FIRST, LONGEST, GROWTH] = [250, 2_000, 1.4];
const IN_CHUNK = 200;

const isGoing = ({ status }: { status: string }): boolean => ['queued', 'running'].includes(status);
const after = (wait: number) => new Promise((go) => setTimeout(go, wait));
const refresh = (object: string) => queryClient.invalidateQueries({ queryKey: recordsKey(object) });

const told = (t: T, doing: string, done: number, total: number) =>
  `${doing} ${t('progress', { done: number(done), total: number(total) })}`;

async function watch<J extends { status: string }>(
  read: () => Promise<J>,
  tell: (job: J) => void,
): Promise<J> {
  for (let wait = FIRST; ; wait = Math.min(wait * GROWTH, LONGEST)) {
    const job = await read();
    if (!isGoing(job)) {
      return job;
    }
    tell(job);
    await after(wait);
  }
}

const watchBulk = (id: string, tell: (job: Job) => void) =>
  watch(() => answered(api.GET('/api/v1/bulk/{id}', { params: { path: { id } } })), tell);

/**
 * Does it in the background; goes on wherever the person is, and can be taken back. Answers once the server has taken it on; false
 * when it did not.
 */
export async function act(
  t: T,
  object: string,
  kind: Kind,
  target: Target,
  deed: Deed,
  named: Named = {},
): Promise<boolean> {
  const body = { ...target, ...deed };
  try {
    const job = await answered(
      api.POST('/api/v1/records/{object}/bulk', { params: { path: { object } }, body }),
    );
    void attend(t, object, kind, job.id, named);
    return true;
  } catch (refused) {
    toast.problem(whyNot(refused));
    return false;
  }
}

/** Tells how it goes and at last what became of it. */
async function attend(t: T, object: string, kind: Kind, id: string, named: Named) {
  const work = toast.work(t(`doing.${kind}`), {
    label: t('stop'),
    run: () =>
      void answered(api.POST('/api/v1/bulk/{id}/cancel', { params: { path: { id } } })).catch(
        () => undefined,
      ),
  });
  try {
    const job = await watchBulk(id, ({ processed, total }) =>
      work.tell(told(t, t(`doing.${kind}`), processed, total), total > 0 ? processed / total : 0),
    );
    const undo = { undo: () => void undoBulk(t, object, id) };
    const parts = [t(`done.${kind}`, { n: number(job.updated), ...named })];
    if (job.failed > 0) {
      parts.push(t('failed', { n: number(job.failed), reason: job.problems[0]?.message ?? '' }));
    }
    if (job.status === 'failed') {
      work.problem(t('broke', { reason: job.error?.message ?? '' }), job.updated > 0 ? undo : undefined);
    } else {
      (job.updated > 0 ? work.done : work.problem)(parts.join(t('then')), job.updated > 0 ? undo : undefined);
    }
  } catch (lost) {
    work.problem(t('broke', { reason: whyNot(lost) }));
  }
  await refresh(object);
}

/** What was done to many records lately, by the person or, for who may see that, by anybody. */
export const bulkQuery = queryOptions({
  queryKey: ['bulk'],
  queryFn: async ({ signal }) => (await answered(api.GET('/api/v1/bulk', { signal }))).items,
  refetchInterval: ({ state }) => (state.data?.some(isGoing) ? LONGEST : false),
});

/** Takes an act back; what changed since is left. */
export async function undoBulk(t: T, object: string, id: string) {
  const work = toast.work(t('doing.undo'));
  try {
    await answered(api.POST('/api/v1/bulk/{id}/undo', { params: { path: { id } } }));
    const { undo } = await watchBulk(id, ({ undo: so, updated }) =>
      work.tell(
        told(t, t('doing.undo'), so?.restored ?? 0, updated),
        updated > 0 ? (so?.restored ?? 0) / updated : 0,
      ),
    );
    const parts = [t('done.undo', { n: number(undo?.restored ?? 0) })];
    if (undo && undo.left_count > 0) {
      parts.push(t('left', { n: number(undo.left_count) }));
    }
    work.done(parts.join(t('then')));
  } catch (refused) {
    work.problem(t('broke', { reason: whyNot(refused) }));
  }
  await refresh(object);
}

interface Versioned {
  id: string;
  version: number;
}

/** All that match, page by page; undefined when they are not as many as were seen. */
async function matching(object: string, { filter, expected }: All): Promise<Versioned[] | undefined> {
  const all: Versioned[] = [];
  let next: string | null = null;
  do {
    const page: { items: unknown[]; next: string | null } = await answered(
      api.POST('/api/v1/records/{object}/query', {
        params: { path: { object } },
        body: { filter, fields: ['id'], limit: IN_CHUNK, ...(next !== null && { after: next }) },
      }),
    );
    all.push(...(page.items as Versioned[]));
    next = page.next;
  } while (next !== null && all.length <= expected);
  return all.length === expected ? all : undefined;
}

const STALE = 412;

/** Why one of several was left. */
const leftBecause = (t: T, { status, errors }: Schemas['BatchResults']['results'][number]): string =>
  errors?.[0]?.message ?? (status === STALE ? t('changed_meanwhile') : i18next.t('problem.unexpected'));

/** Moves them to the bin, some at a time; what changed meanwhile is left. */
export async function remove(t: T, object: string, target: Versioned[] | All) {
  const work = toast.work(t('doing.delete'));
  const deleted: string[] = [];
  const problems: string[] = [];
  try {
    const rows = Array.isArray(target) ? target : await matching(object, target);
    if (!rows) {
      work.problem(t('count_differs'));
      await refresh(object);
      return;
    }
    for (let from = 0; from < rows.length; from += IN_CHUNK) {
      const some = rows.slice(from, from + IN_CHUNK);
      const { results } = await answered(
        api.POST('/api/v1/records/{object}/batch', {
          params: { path: { object } },
          body: { delete: some.map(({ id, version }) => ({ id, version })), atomic: false },
        }),
      );
      results.forEach((result, i) => {
        if (result.status < 300) {
          deleted.push(some[i]?.id ?? '');
        } else {
          problems.push(leftBecause(t, result));
        }
      });
      work.tell(
        told(t, t('doing.delete'), from + some.length, rows.length),
        (from + some.length) / rows.length,
      );
    }
    finish(t, work, 'delete', deleted.length, problems, () => void restore(t, object, deleted));
  } catch (refused) {
    work.problem(
      t('broke', { reason: whyNot(refused) }),
      deleted.length > 0 ? { undo: () => void restore(t, object, deleted) } : undefined,
    );
  }
  await refresh(object);
}

function finish(
  t: T,
  work: Work,
  kind: 'delete' | 'restore',
  done: number,
  problems: string[],
  undo?: () => void,
) {
  const parts = [t(`done.${kind}`, { n: number(done) })];
  if (problems.length > 0) {
    parts.push(t('failed', { n: number(problems.length), reason: problems[0] ?? '' }));
  }
  (done > 0 ? work.done : work.problem)(parts.join(t('then')), undo && done > 0 ? { undo } : undefined);
}

const AT_ONCE = 4;

async function restore(t: T, object: string, ids: string[]) {
  const work = toast.work(t('doing.restore'));
  const problems: string[] = [];
  const left = [...ids];
  let done = 0;
  const one = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      try {
        await answered(
          api.POST('/api/v1/records/{object}/{id}/restore', { params: { path: { object, id } } }),
        );
        done += 1;
      } catch (refused) {
        problems.push(whyNot(refused));
      }
      work.tell(told(t, t('doing.restore'), done, ids.length), done / ids.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  finish(t, work, 'restore', done, problems);
  await refresh(object);
}

/** Makes a file of them and hands it over. */
export async function exported(
  t: T,
  object: string,
  total: number,
  body: { filter: Filter; fields: string[]; format: 'csv' | 'xlsx' },
) {
  const work = toast.work(t('doing.export'));
  try {
    const { id } = await answered(api.POST('/api/v1/exports', { body: { object, ...body } }));
    const job = await watch(
      () => answered(api.GET('/api/v1/exports/{id}', { params: { path: { id } } })),
      ({ processed }) =>
        work.tell(told(t, t('doing.export'), processed, total), Math.min(processed / total, 1)),
    );
    if (job.status !== 'done' || job.file === undefined) {
      work.problem(t('broke', { reason: job.error?.message ?? '' }));
      return;
    }
    const { file } = job;
    work.done(t('done.export', { n: number(job.processed) }), {
      label: t('download'),
      run: () => download(file),
    });
    download(file);
  } catch (refused) {
    work.problem(t('broke', { reason: whyNot(refused) }));
  }
}

function download(file: string): void {
  const link = document.createElement('a');
  link.href = file;
  link.download = '';
  link.click();
}
