import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '@/ui/useFocusBack';
import { useNarrow } from '@/ui/useNarrow';
import styles from './Approval.module.css';
import type { Story } from './api';
import { StatusTag, Trail } from './Trail';

/** All approvals of a record with what happened in each, the newest first. */
export function StoryDrawer({ stories, onClose }: { stories: Story[]; onClose: () => void }) {
  const { t } = useTranslation('approval');
  const narrow = useNarrow();
  useFocusBack();
  return (
    <Drawer open title={t('story')} size={narrow ? '100%' : 480} onClose={onClose}>
      <div className={styles.stories}>
        {stories.map((story) => (
          <section key={story.id} className={styles.story}>
            <h3>
              {story.title}
              <StatusTag status={story.status} />
            </h3>
            <Trail story={story} />
          </section>
        ))}
      </div>
    </Drawer>
  );
}
