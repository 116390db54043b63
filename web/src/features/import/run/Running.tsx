import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { tell } from '@/ui/tell';
import { cancel, importKey, type Import } from '../job/api';
import { Foot } from '../parts/Foot';
import { Progress } from './Progress';
import page from '../parts/Page.module.css';

interface Props {
  job: Import;
  title: string;
  hint: string;
}

/** How far it is, and the way to stop it. */
export function Running({ job, title, hint }: Props) {
  const { t } = useTranslation('imports');
  const queries = useQueryClient();
  const stopping = useMutation({
    mutationFn: () => cancel(job.id),
    onSuccess: (stopped) => queries.setQueryData(importKey(job.id), stopped),
    onError: tell,
  });
  return (
    <>
      <div className={page.body}>
        <Progress title={title} done={job.processed} total={job.total} hint={hint} />
      </div>
      <Foot>
        <Button loading={stopping.isPending} onClick={() => stopping.mutate()}>
          {t('stop')}
        </Button>
      </Foot>
    </>
  );
}
