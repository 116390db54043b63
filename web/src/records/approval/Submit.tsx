import { Button } from 'antd';
import { ChevronDown } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy } from '@/lib/lazy';
import type { ObjectMeta } from '@/lib/meta';
import { useCommands } from '@/ui/commands';
import { Menu } from '@/ui/Menu';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import styles from './Submit.module.css';
import { asked, isOpen, refreshed, start, useButtons, type Button as Flow, type Story } from './api';

const ChooseDialog = lazy(() =>
  import('./ChooseDialog').then((module) => ({ default: module.ChooseDialog })),
);

/** More of them stand in a list. */
const ROOM = 2;

/** The flows that the person may start for the record, but for those that ask while something is asked already. */
export function Submit({ meta, id, stories }: { meta: ObjectMeta; id: string; stories: Story[] }) {
  const { t } = useTranslation('approval');
  const [choosing, choose] = useState<Flow>();
  const [busy, work] = useState<string>();
  const flows = useButtons(meta).filter(({ asks }) => !asks || !stories.some(isOpen));

  const begin = async (flow: Flow, approvers: string[]) => {
    const { name } = flow;
    if (!(await start(flow.id, id, approvers))) {
      toast.problem(t('submit.not_meant', { name }));
      return;
    }
    if (flow.asks) {
      await asked(meta.name, id, stories);
    }
    toast.done(t(flow.asks ? 'submit.done' : 'submit.started', { name }));
    await refreshed();
  };
  const press = (flow: Flow) => {
    if (flow.chooses) {
      choose(flow);
      return;
    }
    work(flow.id);
    begin(flow, [])
      .catch(tell)
      .finally(() => work(undefined));
  };
  const items = flows.map((flow) => ({ key: flow.id, label: flow.name, run: () => press(flow) }));
  useCommands(items, 0);
  return (
    <>
      {flows.length > ROOM ? (
        <Menu label={t('submit.more')} items={items} className={styles.more}>
          {t('submit.more')}
          <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
        </Menu>
      ) : (
        flows.map((flow) => (
          <Button key={flow.id} loading={busy === flow.id} onClick={() => press(flow)}>
            {flow.name}
          </Button>
        ))
      )}
      {choosing && (
        <Suspense fallback={null}>
          <ChooseDialog
            name={choosing.name}
            onDo={(approvers) => begin(choosing, approvers)}
            onClose={() => choose(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
