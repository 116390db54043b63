import { useMutation } from '@tanstack/react-query';
import { Button, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem } from '@/lib/api';
import { moment, number, relative } from '@/lib/format';
import { Alert, Refused } from '@/ui/Alert';
import { backTest, type BackTested } from '../api';
import styles from './Design.module.css';

const spans = [7, 30, 90] as const;

interface Props {
  flow: string;
  /** The object that the flow is about. */
  object: string;
  unsaved: boolean;
  save: () => Promise<boolean>;
  onRefused: (error: unknown) => void;
  onClose: () => void;
}

/** How often the flow would have been set off lately, and for which records. */
export function BackTest({ flow, object, unsaved, save, onRefused, onClose }: Props) {
  const { t } = useTranslation('flow');
  const { t: common } = useTranslation();
  const [days, choose] = useState<number>(spans[1]);
  const test = useMutation({
    mutationFn: async (asked: number) => {
      if (unsaved && !(await save())) {
        onClose(); // what is wrong stands beside the cards
        return undefined;
      }
      return { days: asked, ...(await backTest(flow, asked)) };
    },
    onError: (error) => {
      if (error instanceof Problem && error.errors.length > 0) {
        onRefused(error);
        onClose();
      }
    },
  });
  return (
    <Modal
      open
      title={t('back_test.title')}
      width={560}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('close')}</Button>
          <Button type="primary" autoFocus loading={test.isPending} onClick={() => test.mutate(days)}>
            {t(test.data ? 'back_test.again' : 'back_test.run')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.hint}>{t('back_test.hint')}</p>
        <Segmented<number>
          block
          aria-label={t('back_test.span')}
          value={days}
          options={spans.map((each) => ({ value: each, label: t('time.days', { count: each }) }))}
          onChange={choose}
        />
        {unsaved && <p className={styles.hint}>{t('trial.saves')}</p>}
        <Refused error={test.error} />
        {test.data && <Outcome object={object} {...test.data} />}
      </div>
    </Modal>
  );
}

function Outcome({ object, days, ...tested }: BackTested & { object: string; days: number }) {
  const { t } = useTranslation('flow');
  const { from, fired, looked_at: looked, complete, as_of_now: now, items } = tested;
  return (
    <section aria-live="polite" className={styles.form}>
      <div>
        <p className={styles.fired}>
          {complete
            ? t('back_test.fired', { days, count: fired, n: number(fired) })
            : t('back_test.fired_since', { at: moment(from), count: fired, n: number(fired) })}
        </p>
        <p className={styles.hint}>
          {now ? t('back_test.as_of_now') : t('back_test.looked', { count: looked, n: number(looked) })}
        </p>
        {!now && <p className={styles.hint}>{t('back_test.as_of_then')}</p>}
      </div>
      {!complete && <Alert kind="warning">{t('back_test.incomplete')}</Alert>}
      {items.length > 0 && (
        <ul aria-label={t('back_test.records')} className={styles.fired_for}>
          {items.map(({ record, label, at, times }) => (
            <li key={record}>
              <Link to={`/${object}/${record}`} target="_blank">
                {label}
              </Link>
              <span className={styles.hint} title={at === null ? undefined : moment(at)}>
                {[
                  ...(at === null ? [] : [relative(at)]),
                  ...(times > 1 ? [t('back_test.times', { count: times })] : []),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
