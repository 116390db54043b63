import { Button, Modal } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Menu, type MenuItem } from '@/ui/Menu';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { doToProcess, latestProcess, removeProcess, type Kept } from './api';

interface Props {
  kept: Kept;
  /** Whether one looks at the process itself, which is left when it goes. */
  here?: boolean;
}

/** What can be done with a process as a whole. */
export function ProcessMenu({ kept, here = false }: Props) {
  const { t } = useTranslation('process');
  const { t: common } = useTranslation();
  const go = useNavigate();
  const [asking, ask] = useState(false);
  const [busy, setBusy] = useState(false);
  const { id, name, status } = kept;
  const done = async (act: 'pause' | 'delete') => {
    setBusy(true);
    try {
      const now = (await latestProcess(id)) ?? kept;
      await (act === 'delete' ? removeProcess(now) : doToProcess(now, 'pause'));
      toast.done(t(`did.${act}`, { name }));
      if (act === 'delete' && here) {
        await go('/settings/processes');
      }
    } catch (refused) {
      tell(refused);
    }
    setBusy(false);
    ask(false);
  };
  const items: MenuItem[] = [
    status === 'active'
      ? { key: 'pause', label: t('pause'), run: () => void done('pause') }
      : { key: 'delete', label: common('delete'), danger: true, run: () => ask(true) },
  ];
  return (
    <>
      <Menu label={t('more_of', { name })} items={items}>
        <Ellipsis size={16} aria-hidden />
      </Menu>
      {asking && (
        <Modal
          open
          title={t('delete_title', { name })}
          width={440}
          onCancel={() => ask(false)}
          footer={
            <>
              <Button onClick={() => ask(false)}>{common('cancel')}</Button>
              <Button type="primary" danger autoFocus loading={busy} onClick={() => void done('delete')}>
                {common('delete')}
              </Button>
            </>
          }
        >
          {t('delete_hint')}
        </Modal>
      )}
    </>
  );
}
