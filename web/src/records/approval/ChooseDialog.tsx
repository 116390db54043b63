import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/ui/FormDialog';
import { useKeys } from '@/ui/keys';
import { whyNot } from '@/ui/tell';
import { useFocusBack } from '@/ui/useFocusBack';
import { SeveralRecords } from '../SeveralRecords';
import styles from './Approval.module.css';

/** More decide nothing together. */
const MOST = 50;

interface Props {
  /** What the flow is called. */
  name: string;
  onDo: (approvers: string[]) => Promise<void>;
  onClose: () => void;
}

/** Whom whoever submits it asks to approve. */
export function ChooseDialog({ name, onDo, onClose }: Props) {
  const { t } = useTranslation('approval');
  const id = useId();
  const [people, choose] = useState<string[]>([]);
  const [busy, work] = useState(false);
  const [wrong, say] = useState<string>();
  const run = async () => {
    if (people.length === 0) {
      say(t('submit.missing'));
      return;
    }
    work(true);
    try {
      await onDo(people);
      onClose();
    } catch (refused) {
      say(whyNot(refused));
      work(false);
    }
  };
  useKeys('dialogs', { submit: () => busy || void run() });
  useFocusBack();
  return (
    <FormDialog
      title={t('submit.title', { name })}
      okText={t('submit.ok')}
      confirmLoading={busy}
      onOk={() => void run()}
      onClose={onClose}
      width={440}
    >
      <div className={styles.input}>
        <label htmlFor={id}>
          {t('submit.approvers')}
          <span className={styles.wrong}> *</span>
        </label>
        <SeveralRecords
          id={id}
          target="user"
          ids={people}
          wrong={wrong !== undefined}
          placeholder={t('submit.choose')}
          autoFocus
          onChange={(next) => {
            choose(next.slice(0, MOST));
            say(undefined);
          }}
        />
        {wrong !== undefined ? (
          <p role="alert" className={styles.wrong}>
            {wrong}
          </p>
        ) : (
          <p className={styles.hint}>{t('submit.approvers_hint', { n: MOST })}</p>
        )}
      </div>
    </FormDialog>
  );
}
