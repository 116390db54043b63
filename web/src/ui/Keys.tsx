import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { keysOf, type ActOf, type Place } from './keymap';
import { stepsOf } from './keys';
import styles from './Keys.module.css';

const SPACE = 'SPACE';

/** The keys of an entry as they look: `J` or `↓`, `G` then `T`. */
export function Keys<P extends Place>({ place, act, brief }: { place: P; act: ActOf<P>; brief?: boolean }) {
  const { t } = useTranslation('keys');
  const all = keysOf(place, act);
  return (
    <span className={styles.keys}>
      {(brief ? all.slice(0, 1) : all).map((keys, i) => (
        <Fragment key={keys}>
          {i > 0 && <span className={styles.between}>{t('or')}</span>}
          {stepsOf(keys).map((caps, j) => (
            <Fragment key={j}>
              {j > 0 && <span className={styles.between}>{t('then')}</span>}
              {caps.map((cap) => (
                <kbd key={cap} className={styles.key}>
                  {cap === SPACE ? t('space') : cap}
                </kbd>
              ))}
            </Fragment>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
