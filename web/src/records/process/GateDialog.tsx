import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { Refused } from '@/ui/Alert';
import { FormDialog } from '@/ui/FormDialog';
import { useKeys } from '@/ui/keys';
import { useFocusBack } from '@/ui/useFocusBack';
import { Waiting } from '@/ui/Waiting';
import { SeveralRecords } from '../SeveralRecords';
import { standingsQuery, type Submission } from './api';
import { Checklist } from './Checklist';
import { isAllDone } from './moves';
import styles from './Process.module.css';

interface Props {
  meta: ObjectMeta;
  by: Field;
  entry: Entry;
  to: string;
  /** How it is called where the record goes. */
  state: string;
  /** Goes on with the move, or has it approved. */
  onGo: (submission?: Submission) => void;
  onClose: () => void;
}

/** What is to be done before a record moves on, and whom to ask for it, right where somebody moves it. */
export function GateDialog({ meta, by, entry, to, state, onGo, onClose }: Props) {
  const { t } = useTranslation('process');
  const id = useId();
  const { data, error } = useQuery({ ...standingsQuery(meta.name, entry), staleTime: 0 });
  const [people, choose] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const standing = data?.find(({ field }) => field === by.name);
  const move = standing?.moves.find((each) => each.to === to);
  const { checklist = [], approval = null } = move ?? {};
  const lacksPeople = approval?.chooses === true && people.length === 0;
  const go = () => {
    setTried(true);
    if (standing && isAllDone(checklist) && !lacksPeople) {
      onGo(approval ? { process: standing.process, approvers: people } : undefined);
    }
  };
  useKeys('dialogs', { submit: go });
  useFocusBack();
  return (
    <FormDialog
      centered
      width={440}
      title={t(approval ? 'submit_title' : 'go_title', { state })}
      okText={approval ? t('submit') : t('go')}
      okButtonProps={{ disabled: !move || approval?.pending === true }}
      onOk={go}
      onClose={onClose}
    >
      <div className={styles.dialog}>
        <Refused error={error} />
        {!data && !error && <Waiting lines={3} />}
        {standing && checklist.length > 0 && (
          <>
            <Checklist object={meta.name} record={entry.id} standing={standing} checks={checklist} may />
            {tried && !isAllDone(checklist) && (
              <p role="alert" className={styles.wrong}>
                {t('check_all')}
              </p>
            )}
          </>
        )}
        {approval && (
          <p className="muted">{t(approval.pending ? 'pending_hint' : 'approval_hint', { state })}</p>
        )}
        {approval?.chooses && !approval.pending && (
          <div className={styles.input}>
            <label htmlFor={id}>{t('approvers')}</label>
            <SeveralRecords
              id={id}
              target="user"
              ids={people}
              wrong={tried && lacksPeople}
              placeholder={t('choose_people')}
              onChange={choose}
            />
            {tried && lacksPeople && (
              <p role="alert" className={styles.wrong}>
                {t('approvers_missing')}
              </p>
            )}
          </div>
        )}
      </div>
    </FormDialog>
  );
}
