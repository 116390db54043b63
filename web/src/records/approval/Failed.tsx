import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './Submit.module.css';

/** A quiet line where it is not known what is asked, or can be. */
export function Failed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('approval');
  const { t: common } = useTranslation();
  return (
    <p role="status" className={styles.failed}>
      {t('failed')}
      <Button type="link" size="small" onClick={onRetry}>
        {common('retry')}
      </Button>
    </p>
  );
}
