import { useQueries } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { inARow } from '@/lib/format';
import { fieldOf, objectQuery, say } from '@/lib/meta';
import { Refused } from '@/ui/Alert';
import { undoRun, type Run, type Undone } from '../api';
import styles from './Runs.module.css';

/** Takes back what a run changed, after saying what that means, and tells what was left as it is. */
export function Undo({ flow, run }: { flow: string; run: Run }) {
  const { t } = useTranslation('flow');
  const { t: common } = useTranslation();
  const [open, turn] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [undone, tell] = useState<Undone>();
  const go = async () => {
    setBusy(true);
    setError(undefined);
    try {
      tell(await undoRun(flow, run.id));
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  const ask = () => {
    setError(undefined);
    tell(undefined);
    turn(true);
  };
  return (
    <>
      {run.undone_at === null && (
        <Button
          className={styles.go ?? ''}
          icon={<Undo2 size={14} aria-hidden />}
          aria-haspopup="dialog"
          onClick={ask}
        >
          {t('undo_run.act')}
        </Button>
      )}
      <Modal
        open={open}
        title={t(
          !undone ? 'undo_run.title' : undone.left.length > 0 ? 'undo_run.done_partly' : 'undo_run.done',
        )}
        width={480}
        onCancel={() => turn(false)}
        footer={
          <>
            <Button onClick={() => turn(false)}>{common(undone ? 'close' : 'cancel')}</Button>
            {!undone && (
              <Button type="primary" danger autoFocus loading={busy} onClick={() => void go()}>
                {t('undo_run.act')}
              </Button>
            )}
          </>
        }
      >
        <div className={styles.section}>
          <Refused error={error} />
          {undone ? (
            <Outcome undone={undone} />
          ) : (
            <>
              <p>{t('undo_run.says')}</p>
              <p>{t('undo_run.says_not')}</p>
            </>
          )}
        </div>
      </Modal>
    </>
  );
}

function Outcome({ undone: { put_back: changed, taken_away: made, left } }: { undone: Undone }) {
  const { t } = useTranslation('flow');
  const { t: common } = useTranslation();
  const names = [...new Set(left.map(({ object }) => object))];
  const metas = useQueries({
    queries: names.map((name) => objectQuery(name)),
    combine: (found) => found.map(({ data }) => data),
  });
  return (
    <>
      <p>
        {[
          ...(changed > 0 || made === 0 ? [t('undo_run.put_back', { count: changed })] : []),
          ...(made > 0 ? [t('undo_run.taken_away', { count: made })] : []),
        ].join(t('comma'))}
      </p>
      {left.length > 0 && (
        <section aria-label={t('undo_run.left')} className={styles.section}>
          <h3>{t('undo_run.left')}</h3>
          <ul className={styles.left}>
            {left.map(({ object, id, label, fields, reason }) => {
              const meta = metas[names.indexOf(object)];
              const said = fields.map((name) => say(meta && fieldOf(meta, name)?.label) || name);
              return (
                <li key={`${object} ${id}`}>
                  <Link to={`/${object}/${id}`}>{label ?? common('hidden_record')}</Link>
                  <span className={styles.hint}>
                    {[inARow(said), reason ?? t('undo_run.changed_since')]
                      .filter((each) => each !== '')
                      .join(' · ')}
                  </span>
                </li>
              );
            })}
          </ul>
          <p className={styles.hint}>{t('undo_run.once_more')}</p>
        </section>
      )}
    </>
  );
}
