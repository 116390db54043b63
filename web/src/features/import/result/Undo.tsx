import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { number } from '@/lib/format';
import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import { Floating } from '@/ui/Floating';
import { tell } from '@/ui/tell';
import { importKey, isOpen, undo, type Import } from '../job/api';
import { Progress } from '../run/Progress';
import { undoDays } from '../job/records';
import { counted } from '../job/words';
import page from '../parts/Page.module.css';
import styles from './ResultStep.module.css';

interface Props {
  job: Import;
  meta: ObjectMeta;
  icon: ReactNode;
}

/** Takes an import back, after saying what that does. */
export function Undo({ job, meta, icon }: Props) {
  const { t } = useTranslation('imports');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const [anchor, open] = useState<HTMLElement>();
  const [now] = useState(() => Date.now());
  const days = undoDays(job, now);
  const undoing = useMutation({
    mutationFn: () => undo(job.id),
    onSuccess: (begun) => {
      queries.setQueryData(importKey(job.id), begun);
      void queries.invalidateQueries({ queryKey: ['imports', 'all'] });
    },
    onError: tell,
  });
  if (days === 0) {
    return null;
  }
  return (
    <>
      <Button
        icon={icon}
        loading={undoing.isPending}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        onClick={(event) => open(event.currentTarget)}
      >
        {t('undo.button')}
      </Button>
      <span className={styles.days}>{t('undo.days', { count: days, n: number(days) })}</span>
      {anchor && (
        <Floating anchor={anchor} label={t('undo.button')} width={340} onClose={() => open(undefined)}>
          <div className={styles.ask}>
            <p>{t('undo.ask')}</p>
            <ul>
              {job.created > 0 && (
                <li>
                  {t('undo.deletes', {
                    count: job.created,
                    n: number(job.created),
                    object: counted(meta, job.created),
                  })}
                </li>
              )}
              {job.updated > 0 && (
                <li>
                  {t('undo.restores', {
                    count: job.updated,
                    n: number(job.updated),
                    object: counted(meta, job.updated),
                  })}
                </li>
              )}
              <li>{t('undo.keeps')}</li>
            </ul>
            <div className={styles.buttons}>
              <Button onClick={() => open(undefined)}>{common('cancel')}</Button>
              <Button
                type="primary"
                danger
                onClick={() => {
                  open(undefined);
                  undoing.mutate();
                }}
              >
                {t('undo.run')}
              </Button>
            </div>
          </div>
        </Floating>
      )}
    </>
  );
}

/** How far it was taken back, and what stays because somebody worked on it since. */
export function Undone({ job, meta }: { job: Import; meta: ObjectMeta }) {
  const { t } = useTranslation('imports');
  const { undo: told } = job;
  if (!told) {
    return null;
  }
  if (isOpen(job)) {
    return (
      <Progress
        title={t('undo.running')}
        done={told.deleted + told.restored + told.left_count}
        total={job.created + job.updated}
        hint={t('undo.running_hint')}
      />
    );
  }
  const parts = [
    told.deleted > 0 && t('undo.deleted', { count: told.deleted, n: number(told.deleted) }),
    told.restored > 0 && t('undo.restored', { count: told.restored, n: number(told.restored) }),
    told.left_count > 0 && t('undo.left', { count: told.left_count, n: number(told.left_count) }),
  ].filter(Boolean);
  return (
    <>
      <div className={styles.outcome}>
        <div role="status" className={styles.head}>
          <Undo2 size={24} strokeWidth={1.5} aria-hidden />
          <h2>{t('undo.done')}</h2>
        </div>
        <p>{parts.join(t('list_then'))}</p>
      </div>
      {told.left.length > 0 && (
        <section className={page.section}>
          <h2>{t('undo.left_title')}</h2>
          <ul className={styles.left}>
            {told.left.map((left) => (
              <li key={left.id}>
                <Link to={`/${job.object}/${left.id}`}>{left.label || t('undo.unnamed')}</Link>
                <span className="muted">
                  {left.reason ??
                    t('undo.changed', {
                      fields: left.fields
                        .map((name) => say(fieldOf(meta, name)?.label) || name)
                        .join(t('list_and')),
                    })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
