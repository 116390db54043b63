import { ChevronLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconLink } from '@/ui/IconButton';
import type { Flow } from '../api';
import { FlowMenu } from '../FlowMenu';
import { StatusTag } from '../StatusTag';
import { Tabs } from '../Tabs';
import design from '../design/Design.module.css';
import styles from './Runs.module.css';

/** Whose runs they are, and the way to its design. */
export function RunsHead({ flow }: { flow: Flow }) {
  const { t } = useTranslation('flow');
  return (
    <header className={design.bar}>
      <div className={design.who}>
        <IconLink to="/settings/flows" label={t('back')}>
          <ChevronLeft size={16} aria-hidden />
        </IconLink>
        <h1 className={styles.title}>{flow.name}</h1>
        <StatusTag status={flow.status} />
      </div>
      <Tabs flow={flow.id} />
      <FlowMenu flow={flow} here />
    </header>
  );
}
