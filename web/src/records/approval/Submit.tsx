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
import { Failed } from './Failed';

const ChooseDialog = lazy(() =>
  import('./ChooseDialog').then((module) => ({ default: module.ChooseDialog })),
);

/** More of them stand in a list. */
const ROOM = 2;

interface Props {
  meta: ObjectMeta;
  id: string;
  /** The approvals of the record, once they are known. */
  stories: Story[] | undefined;
}

/** The flows that the person may start for the record, but for those that ask while something is asked already. */
export function Submit({ meta, id, stories }: Props) {
  const { t } = useTranslation('approval');
  const [choosing, choose] = useState<Flow>();
  const [busy, work] = useState<string>();
  const buttons = useButtons(meta);
  const flows = stories ? (buttons.data ?? []).filter(({ asks }) => !asks || !stories.some(isOpen)) : [];

  const begin = async (flow: Flow, approvers: string[]) => {
    const { name } = flow;
    if (!(await start(flow.id, id, approvers))) {
      if (flow.asks) {
        toast.done(t('submit.not_needed', { name }));
      } else {
        toast.problem(t('submit.not_meant', { name }));
      }
      return;
    }
    const known = !flow.asks || (await asked(meta.name, id, stories ?? []));
    toast.done(t(!known ? 'submit.later' : flow.asks ? 'submit.done' : 'submit.started', { name }));
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
      {stories && buttons.isLoadingError && <Failed onRetry={() => void buttons.refetch()} />}
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
