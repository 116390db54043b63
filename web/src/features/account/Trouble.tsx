import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/lib/api';
import { Notice } from '@/ui/Notice';
import { whyNot } from '@/ui/tell';

/** Says why a part cannot be shown, and tries again. */
export function Trouble({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation('account');
  const { t: common } = useTranslation();
  return (
    <Notice
      title={t('trouble')}
      hint={whyNot(error)}
      reference={error instanceof Problem ? error.reference : undefined}
      act={<Button onClick={onRetry}>{common('retry')}</Button>}
    />
  );
}
