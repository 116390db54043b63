import { useEffect, type ReactNode } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { deletionQuery } from '@/lib/bin';
import { noteLost } from '@/lib/desk';
import { relative } from '@/lib/format';
import { Notice } from '@/ui/Notice';
import { tell } from '@/ui/tell';
import { Waiting } from '@/ui/Waiting';
import { useRestore } from '../useRestore';

interface Props {
  object: string;
  id: string;
  /** What stands there when the person cannot bring it back. */
  otherwise: () => ReactNode;
}

/** In the place of a record that is not there: that it was deleted, and the way back for who may bring it back. */
export function Gone({ object, id, otherwise }: Props) {
  const { t } = useTranslation('record');
  const restore = useRestore();
  useEffect(() => noteLost(id), [id]);
  const deletion = useQuery(deletionQuery(object, id));
  const back = useMutation({
    mutationFn: () => restore(object, id),
    onError: tell,
  });
  if (deletion.isPending) {
    return <Waiting lines={10} />;
  }
  if (!deletion.data) {
    return otherwise();
  }
  const { label, deleted_at: at, deleted_by: by } = deletion.data;
  return (
    <Notice
      title={t('gone', { name: label ?? '***' })}
      hint={t('gone_hint', { name: by.label ?? '***', when: relative(at) })}
      act={
        <Button type="primary" loading={back.isPending} onClick={() => back.mutate()}>
          {t('gone_restore')}
        </Button>
      }
    />
  );
}
