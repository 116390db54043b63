import { Button, Modal, type ModalProps } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LeaveDialog } from './LeaveDialog';
import { toast } from './toast';
import { touching } from './touching';
import styles from './FormDialog.module.css';

interface Props extends Omit<ModalProps, 'open' | 'onCancel' | 'cancelText' | 'footer'> {
  onClose: () => void;
  /** What is good to know before the button is pressed, beside it. */
  note?: string;
  /** The buttons that keep it, where it is not one alone. */
  acts?: ReactNode;
}

/** A dialog in which something is filled in; unless its button says so, what was typed is not forgotten before one is asked. */
export function FormDialog({ onClose, note, acts, children, ...modal }: Props) {
  const { t } = useTranslation();
  const { t: form } = useTranslation('form');
  const [touched, touch] = useState(false);
  const [asking, ask] = useState(false);
  useEffect(() => toast.clear(), []);
  return (
    <>
      <Modal
        {...modal}
        open
        onCancel={() => (touched ? ask(true) : onClose())}
        footer={(_, { OkBtn }) => (
          <div className={styles.foot}>
            {note && <span className={styles.note}>{note}</span>}
            <Button onClick={onClose}>{t('cancel')}</Button>
            {acts ?? <OkBtn />}
          </div>
        )}
      >
        <div {...touching(() => touch(true))}>{children}</div>
      </Modal>
      {asking && <LeaveDialog hint={form('lost')} onLeave={onClose} onStay={() => ask(false)} />}
    </>
  );
}
