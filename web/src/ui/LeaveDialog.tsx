import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  /** What would be lost. */
  hint: string;
  onLeave: () => void;
  onStay: () => void;
}

/** Asks whoever leaves what is not saved. */
export function LeaveDialog({ hint, onLeave, onStay }: Props) {
  const { t } = useTranslation('form');
  return (
    <Modal
      open
      centered
      title={t('leave')}
      width={416}
      onCancel={onStay}
      footer={
        <>
          <Button danger onClick={onLeave}>
            {t('drop')}
          </Button>
          <Button type="primary" autoFocus onClick={onStay}>
            {t('go_on')}
          </Button>
        </>
      }
    >
      {hint}
    </Modal>
  );
}
