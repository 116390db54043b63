import { Button } from 'antd';
import { FlaskConical, History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '@/ui/useNarrow';
import type { Drawn, Flow } from '../api';
import { FlowMenu } from '../FlowMenu';
import { StatusTag } from '../StatusTag';
import { Tabs } from '../Tabs';
import { Bar } from './Bar';
import type { Drawing } from './useDrawing';

interface Props {
  flow: Flow | undefined;
  drawing: Drawing<Drawn>;
  /** Whether the saved flow says something else than the published one. */
  edited: boolean;
  busy: boolean;
  trying: boolean;
  onTry: () => void;
  onBackTest: () => void;
  onSave: () => void;
  onPublish: () => void;
}

/** The bar of a flow, which can be tried out. */
export function FlowBar({
  flow,
  drawing,
  edited,
  busy,
  trying,
  onTry,
  onBackTest,
  onSave,
  onPublish,
}: Props) {
  const { t } = useTranslation('flow');
  const narrow = useNarrow();
  const unsaved = flow === undefined || drawing.changed;
  const byHand = drawing.drawn.definition.trigger.kind === 'button';
  const whyNot = byHand ? t('back_test.by_hand') : flow ? undefined : t('back_test.unsaved');
  const number = flow?.['published.number'] ?? null;
  return (
    <Bar
      back={{ to: '/settings/flows', label: t('back') }}
      label={t('name')}
      unnamed={t('unnamed')}
      drawing={drawing}
      status={<StatusTag status={flow?.status ?? 'draft'} />}
      state={[
        number === null ? t('unpublished') : t('version', { n: number }),
        ...(unsaved ? [t('unsaved')] : edited ? [t('edited')] : []),
      ]}
      tabs={flow && !narrow && <Tabs flow={flow.id} />}
      tools={
        <>
          <Button
            icon={<FlaskConical size={16} strokeWidth={1.5} aria-hidden />}
            aria-pressed={trying}
            {...(narrow && { 'aria-label': t('trial.title'), title: t('trial.title') })}
            onClick={onTry}
          >
            {narrow ? null : t('trial.title')}
          </Button>
          <Button
            icon={<History size={16} strokeWidth={1.5} aria-hidden />}
            aria-haspopup="dialog"
            disabled={whyNot !== undefined}
            title={whyNot ?? (narrow ? t('back_test.title') : undefined)}
            {...(narrow && { 'aria-label': t('back_test.title') })}
            onClick={onBackTest}
          >
            {narrow ? null : t('back_test.title')}
          </Button>
        </>
      }
      unsaved={unsaved}
      busy={busy}
      publishable={unsaved || edited || flow.status !== 'active'}
      more={flow && <FlowMenu flow={flow} here />}
      onSave={onSave}
      onPublish={onPublish}
    />
  );
}
