import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Whole } from '@/fields/rich_text/Whole';
import { moment } from '@/lib/format';
import { recordQuery } from '@/lib/records';
import { Refused } from '@/ui/Alert';
import { Waiting } from '@/ui/Waiting';
import type { Item } from '../timeline/item';
import { boxesOf } from './address';
import { Enclosed } from './Enclosed';
import styles from './Mail.module.css';

const heads = ['from', 'to', 'cc', 'bcc'] as const;

/** A mail as it was laid out, with all whom it reached. */
export default function Formatted({ item, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useTranslation('mail');
  const { data: entry, error } = useQuery(recordQuery(item.object, item.record.id));
  const { files } = item;
  return (
    <Modal open title={item.title ?? t('formatted')} footer={null} width={720} onCancel={onClose}>
      {entry ? (
        <>
          <dl className={styles.heads}>
            {heads.map((each) => {
              const boxes = boxesOf(entry[`mail_${each}`]);
              return (
                boxes.length > 0 && (
                  <div key={each}>
                    <dt>{t(each)}</dt>
                    <dd>{boxes.join(', ')}</dd>
                  </div>
                )
              );
            })}
            <div>
              <dt>{t('at')}</dt>
              <dd>{moment(item.at)}</dd>
            </div>
          </dl>
          {typeof entry.mail_html === 'string' ? (
            <Whole html={entry.mail_html} />
          ) : (
            <p className={styles.plain}>{item.body ?? t('no_body')}</p>
          )}
          {files.length > 0 && <Enclosed files={files} />}
        </>
      ) : error ? (
        <Refused error={error} />
      ) : (
        <Waiting lines={8} />
      )}
    </Modal>
  );
}
