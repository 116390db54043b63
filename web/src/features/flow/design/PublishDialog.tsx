import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mid } from '@/lib/i18n';
import { say, type ObjectMeta } from '@/lib/meta';
import { toast } from '@/ui/toast';
import { countsQuery, doTo, latest, type Flow } from '../api';
import { read, sameDefinition } from '../model/tree';
import styles from './Design.module.css';

interface Props {
  meta: ObjectMeta;
  flow: Flow;
  onRefused: (error: unknown) => void;
  onClose: () => void;
}

/** Says what publishing means for what runs and what is to come, and does it. */
export function PublishDialog({ meta, flow, onRefused, onClose }: Props) {
  const { t } = useTranslation('flow');
  const { t: common } = useTranslation();
  const [busy, setBusy] = useState(false);
  const { data: counts } = useQuery({ ...countsQuery, staleTime: 0 });
  const running = counts?.get(flow.id)?.running ?? 0;
  const number = flow['published.number'];
  const same = number !== null && sameDefinition(read(flow.definition), read(flow['published.definition']));
  const byHand = read(flow.definition).trigger.kind === 'button';
  const go = async () => {
    setBusy(true);
    try {
      const now = await latest(flow.id);
      await doTo(now ?? flow, 'publish');
      toast.done(t('publish_done', { name: flow.name }));
    } catch (error) {
      onRefused(error);
    }
    onClose();
  };
  return (
    <Modal
      open
      title={t('publish_title', { name: flow.name })}
      width={440}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="primary" autoFocus loading={busy} onClick={() => void go()}>
            {t('publish')}
          </Button>
        </>
      }
    >
      <ul className={styles.consequences}>
        <li>
          {number === null
            ? t(byHand ? 'publish_first_button' : 'publish_first', {
                object: mid(say(meta.label)),
                name: flow.name,
              })
            : same
              ? t('publish_same')
              : t('publish_next', { n: number + 1 })}
        </li>
        {running > 0 && !same && <li>{t('publish_running', { count: running })}</li>}
        {running > 0 && flow.status === 'paused' && <li>{t('publish_held')}</li>}
      </ul>
    </Modal>
  );
}
