import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './Approvals.module.css';
import type { Quick, Result } from './useDeciding';

interface Props {
  picked: number;
  /** How many can be chosen. */
  all: number;
  results: Map<string, Result>;
  onAll: () => void;
  onDecide: (deed: Quick) => void;
  onClear: () => void;
}

/** What can be done with those that are chosen, and afterwards what came of it. */
export function DecideBar({ picked, all, results, onAll, onDecide, onClear }: Props) {
  const { t } = useTranslation('approval');
  const failed = [...results.values()].filter((result) => 'why' in result).length;
  const done = results.size - failed;
  return (
    <div role="toolbar" aria-label={t('page.bar')} data-bulk className={styles.bar}>
      <span className={styles.size} aria-live="polite">
        {results.size > 0 && picked === 0
          ? t(failed > 0 ? 'page.results_failed' : 'page.results', { n: done, failed })
          : t('page.picked', { n: picked })}
      </span>
      {picked > 0 && picked < all && (
        <Button type="text" onClick={onAll}>
          {t('page.all', { n: all })}
        </Button>
      )}
      {picked > 0 && (
        <>
          <Button danger onClick={() => onDecide('refuse')}>
            {t('deeds.refuse')}
          </Button>
          <Button type="primary" onClick={() => onDecide('approve')}>
            {t('deeds.approve')}
          </Button>
        </>
      )}
      <Button type="text" onClick={onClear}>
        {t(results.size > 0 ? 'page.settle' : 'page.clear')}
      </Button>
    </div>
  );
}
