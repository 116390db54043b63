import i18next from 'i18next';
import { answered, api } from '@/lib/api';
import { countsKey } from '@/lib/counts';
import { number } from '@/lib/format';
import { queryClient } from '@/lib/query';
import { recordsKey } from '@/lib/records';
import { toast } from '@/ui/toast';
import { importKey, isOpen, type Import } from './api';

const [FIRST, LONGEST, GROWTH] = [1_000, 5_000, 1.3];
const watched = new Set<string>();

const after = (wait: number) => new Promise((go) => setTimeout(go, wait));

const isShown = (id: string) => location.pathname === `/import/${id}`;

/** Tells a person who went elsewhere when an import has ended, and has lists read anew. */
export function watch(job: Import, go: (to: string) => void): void {
  if (isOpen(job) && !watched.has(job.id)) {
    watched.add(job.id);
    void follow(job.id, go).finally(() => watched.delete(job.id));
  }
}

async function follow(id: string, go: (to: string) => void): Promise<void> {
  let wait = FIRST;
  for (;;) {
    await after(wait);
    wait = Math.min(wait * GROWTH, LONGEST);
    try {
      const job = await answered(api.GET('/api/v1/imports/{id}', { params: { path: { id } } }));
      if (!isOpen(job)) {
        end(job, go);
        return;
      }
    } catch {
      wait = LONGEST; // asked again later
    }
  }
}

function end(job: Import, go: (to: string) => void): void {
  queryClient.setQueryData(importKey(job.id), job);
  void queryClient.invalidateQueries({ queryKey: recordsKey(job.object) });
  void queryClient.invalidateQueries({ queryKey: countsKey });
  if (isShown(job.id) || job.undo) {
    return;
  }
  const t = i18next.getFixedT(null, 'imports');
  const look = { label: t('watch.open'), run: () => go(`/import/${job.id}`) };
  if (job.status === 'failed') {
    toast.problem(t('watch.failed', { file: job.file.name }), look);
  } else {
    toast.done(t('watch.done', { file: job.file.name, n: number(job.created + job.updated) }), look);
  }
}
