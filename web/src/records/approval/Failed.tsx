import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './Submit.module.css';

interface Props {
  what?: 'approvals' | 'processes';
  onRetry: () => void;
}

/** A quiet line where it is not known what is asked, or can be. */
export function Failed({ what = 'approvals', onRetry }: Props) {
  const { t } = useTranslation('approval');
  const { t: process } = useTranslation('process');
  const { t: common } = useTranslation();
  return (
    <p role="status" className={styles.failed}>
      {what === 'approvals' ? t('failed') : process('failed')}
      <Button type="link" size="small" onClick={onRetry}>
        {common('retry')}
      </Button>
    </p>
  );
}
