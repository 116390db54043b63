import { useTranslation } from 'react-i18next';
import { Tag } from '@/ui/Tag';
import type { TagColour } from '@/ui/theme';
import type { Kept } from './api';

const colours: Record<Kept['status'], TagColour> = { draft: 'grey', active: 'green', paused: 'amber' };

/** Whether a process holds. */
export function StatusOf({ status }: { status: Kept['status'] }) {
  const { t } = useTranslation('process');
  return (
    <Tag seed={status} colour={colours[status]}>
      {t(`status.${status}`)}
    </Tag>
  );
}
