import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '@/lib/format';
import { say } from '@/lib/meta';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import styles from '../settings.module.css';
import type { Deleted } from './api';

interface Props {
  deleted: Deleted[];
  onRestore: (name: string) => Promise<unknown>;
}

/** What was deleted, until when it can be brought back, and the way to do it. */
export function DeletedList({ deleted, onRestore }: Props) {
  const { t } = useTranslation('settings');
  const [busy, setBusy] = useState<string>();
  const restore = async (each: Deleted) => {
    setBusy(each.name);
    try {
      await onRestore(each.name);
      toast.done(t('restored', { name: say(each.label) }));
    } catch (refused) {
      tell(refused);
    }
    setBusy(undefined);
  };
  if (deleted.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('deleted')}>
      <h2 className={styles.heading}>{t('deleted')}</h2>
      <ul className={styles.rows}>
        {deleted.map((each) => (
          <li key={each.name} className={styles.row}>
            <span className={styles.what}>
              <span className={styles.plain}>{say(each.label)}</span>
              <span className={styles.code}>{t('deleted_until', { at: moment(each.purge_at) })}</span>
            </span>
            <Button size="small" loading={busy === each.name} onClick={() => void restore(each)}>
              {t('restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
