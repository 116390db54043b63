import { queryOptions, useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '@/lib/api';
import { moment } from '@/lib/format';
import { Notice } from '@/ui/Notice';
import { useNarrow } from '@/ui/useNarrow';
import { Waiting } from '@/ui/Waiting';
import styles from '../settings.module.css';
import { called } from './PersonRow';

type Viewing = Schemas['Viewing'];

const viewingsQuery = queryOptions({
  queryKey: ['viewings'],
  staleTime: 0,
  queryFn: async () => (await answered(api.GET('/api/v1/viewings'))).items,
});

const MINUTE = 60_000;

/** How many minutes it went on, at least one. */
const minutes = ({ started_at: from, until, ended_at: ended }: Viewing, now: number): number =>
  Math.max(1, Math.round((Math.min(Date.parse(ended ?? until), now) - Date.parse(from)) / MINUTE));

/** Who looked through whose eyes, the newest first. */
export function ViewingLog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const narrow = useNarrow();
  const { data: viewings, error, dataUpdatedAt: now } = useQuery(viewingsQuery);
  const open = (each: Viewing) => each.ended_at === null && Date.parse(each.until) > now;
  if (error && !viewings) {
    throw error;
  }
  return (
    <Drawer open title={t('viewing.log')} size={narrow ? '100%' : 560} onClose={onClose}>
      <p className={styles.hint}>{t('viewing.log_lead')}</p>
      {!viewings ? (
        <Waiting lines={6} />
      ) : viewings.length === 0 ? (
        <Notice title={t('viewing.none')} />
      ) : (
        <ul aria-label={t('viewing.log')} className={styles.rows}>
          {viewings.map((each) => (
            <li key={each.id} className={styles.row}>
              <span className={styles.what}>
                <span className={styles.plain}>
                  {t('viewing.entry', { by: called(each.by), person: called(each.person) })}
                </span>
                <span className={styles.code}>
                  {moment(each.started_at)} ·{' '}
                  {open(each) ? t('viewing.going') : t('viewing.minutes', { count: minutes(each, now) })}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Drawer>
  );
}
