import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { whyNot } from './tell';
import styles from './Unread.module.css';

interface Props {
  error: unknown;
  /** Whether something of it is shown already. */
  rest?: boolean;
  busy?: boolean;
  retry: () => void;
}

/** One line where something could not be read: why, and another try. */
export function Unread({ error, rest = false, busy = false, retry }: Props) {
  const { t } = useTranslation();
  return (
    <p role="alert" className={styles.unread}>
      {t(rest ? 'unread_rest' : 'unread', { reason: whyNot(error) })}
      <Button size="small" loading={busy} onClick={retry}>
        {t('retry')}
      </Button>
    </p>
  );
}
