import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Entry } from '@/lib/records';
import { Sharing } from './Sharing';

interface Props {
  object: string;
  entry: Entry;
  /** What the record is called. */
  name: string;
  onClose: () => void;
}

/** Lets colleagues see a record, or work on it. */
export function ShareDialog({ object, entry, name, onClose }: Props) {
  const { t } = useTranslation('record');
  return (
    <Modal open title={t('share_title', { name })} footer={null} width={420} onCancel={onClose}>
      <Sharing object={object} entry={entry} />
    </Modal>
  );
}
