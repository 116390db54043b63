import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copy, select } from '@/ui/copy';
import styles from './ShownOnce.module.css';

interface Props {
  title: string;
  says: string;
  text: string;
  /** What the button that copies it is called. */
  take: string;
  onClose: () => void;
}

/** A secret that nobody can look up later; a press beside it does not close it. */
export function ShownOnce({ title, says, text, take, onClose }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<boolean>();
  const shown = useRef<HTMLElement>(null);
  const copyIt = async () => {
    const done = await copy(text);
    setCopied(done);
    if (!done) {
      select(shown.current);
    }
  };
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button type="primary" onClick={() => void copyIt()}>
            {copied ? t('copied') : take}
          </Button>
        </>
      }
    >
      <div className={styles.once}>
        <p>{says}</p>
        <code ref={shown}>{text}</code>
        {copied === false && (
          <p role="alert" className="muted">
            {t('copy_by_hand')}
          </p>
        )}
      </div>
    </Modal>
  );
}
