import { Modal, Button } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Menu, type MenuItem } from '@/ui/Menu';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { useNarrow } from '@/ui/useNarrow';
import { doTo, draw, latest, removeFlow, type Flow } from './api';
import { read, sameDefinition } from './model/tree';

type Asked = 'stop' | 'delete' | 'resume';

interface Props {
  flow: Flow;
  /** Whether one looks at the flow itself, which is left when it goes. */
  here?: boolean;
}

/** What can be done with a flow as a whole. */
export function FlowMenu({ flow, here = false }: Props) {
  const { t } = useTranslation('flow');
  const { t: common } = useTranslation();
  const go = useNavigate();
  const narrow = useNarrow();
  const [asked, ask] = useState<Asked>();
  const [busy, setBusy] = useState(false);
  const { id, name, status } = flow;
  const edited = !sameDefinition(read(flow.definition), read(flow['published.definition']));

  const done = async (act: 'pause' | 'resume' | 'stop' | 'delete') => {
    setBusy(true);
    try {
      const now = (await latest(id)) ?? flow;
      await (act === 'delete' ? removeFlow(now) : doTo(now, act === 'resume' ? 'publish' : act));
      toast.done(t(`did.${act}`, { name }));
      if (act === 'delete' && here) {
        await go('/settings/flows');
      }
    } catch (refused) {
      tell(refused);
    }
    setBusy(false);
    ask(undefined);
  };
  const copy = async () => {
    try {
      const made = await draw(flow.object, {
        name: t('copy_name', { name }),
        definition: read(flow.definition),
      });
      await go(`/settings/flows/${made.id}`);
    } catch (refused) {
      tell(refused);
    }
  };
  const items: MenuItem[] = [
    ...(here && !narrow
      ? []
      : [{ key: 'runs', label: t('see_runs'), run: () => void go(`/settings/flows/${id}/runs`) }]),
    ...(status === 'active' ? [{ key: 'pause', label: t('pause'), run: () => void done('pause') }] : []),
    ...(status === 'paused' || status === 'stopped'
      ? [{ key: 'resume', label: t('resume'), run: () => (edited ? ask('resume') : void done('resume')) }]
      : []),
    ...(status === 'active' || status === 'paused'
      ? [{ key: 'stop', label: t('stop'), run: () => ask('stop') }]
      : []),
    { key: 'copy', label: t('copy'), run: () => void copy() },
    { key: 'delete', label: t('delete'), danger: true, apart: true, run: () => ask('delete') },
  ];
  return (
    <>
      <Menu label={t('more_of', { name })} items={items}>
        <Ellipsis size={16} aria-hidden />
      </Menu>
      {asked && (
        <Modal
          open
          title={t(`${asked}_title`, { name })}
          width={440}
          onCancel={() => ask(undefined)}
          footer={
            <>
              <Button onClick={() => ask(undefined)}>{common('cancel')}</Button>
              <Button
                type="primary"
                danger={asked !== 'resume'}
                autoFocus
                loading={busy}
                onClick={() => void done(asked)}
              >
                {t(asked)}
              </Button>
            </>
          }
        >
          {t(`${asked}_hint`)}
        </Modal>
      )}
    </>
  );
}
