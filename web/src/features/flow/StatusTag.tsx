import { useTranslation } from 'react-i18next';
import { Tag } from '@/ui/Tag';
import type { TagColour } from '@/ui/theme';
import type { Status } from './api';

const colours: Record<Status, TagColour> = {
  draft: 'grey',
  active: 'green',
  paused: 'amber',
  stopped: 'red',
};

/** Whether a flow works. */
export function StatusTag({ status }: { status: Status }) {
  const { t } = useTranslation('flow');
  return (
    <Tag seed={status} colour={colours[status]}>
      {t(`status.${status}`)}
    </Tag>
  );
}
