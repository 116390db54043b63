import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '@/lib/format';
import { tell } from '@/ui/tell';
import { PageHead } from '../PageHead';
import styles from '../settings.module.css';
import { readConfiguration } from './api';
import { BringIn } from './BringIn';

/** Takes a company's objects, roles, layouts and flows along as a file, and brings such a file in. */
export function ConfigurationPage() {
  const { t } = useTranslation('settings');
  const save = useMutation({
    mutationFn: readConfiguration,
    onSuccess: (text) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }));
      link.download = `hemai-${dayOf(new Date())}.yaml`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
    onError: tell,
  });
  return (
    <div className={styles.page}>
      <PageHead title={t('nav.configuration')} lead={t('configuration.lead')}>
        <Button
          icon={<Download size={14} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('configuration.save')}
        </Button>
      </PageHead>
      <BringIn />
    </div>
  );
}
