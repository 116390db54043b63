import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useObjects } from '@/lib/meta';
import { triggerSign } from '../graph/signs';
import { starterNames, starters } from '../model/starters';
import styles from './Flows.module.css';

const kinds = { follow: 'silent', stage: 'entered', expiring: 'date', approval: 'button' } as const;

/** Examples to begin with, as far as the company has what they are about. */
export function Starters() {
  const { t } = useTranslation('flow');
  const objects = useObjects();
  return (
    <ul className={styles.starters}>
      {starterNames
        .filter((name) => objects.some((object) => object.name === starters[name].object))
        .map((name) => {
          const { icon: Icon, tone } = triggerSign(kinds[name]);
          return (
            <li key={name} className={styles.starter}>
              <span
                className={styles.sign}
                style={{ color: `var(--tag-${tone}-text)`, background: `var(--tag-${tone}-ground)` }}
              >
                <Icon size={16} strokeWidth={1.5} aria-hidden />
              </span>
              <Link
                to={`/settings/flows/new?object=${starters[name].object}&from=${name}`}
                className={styles.name}
              >
                {t(`starters.${name}.name`)}
              </Link>
              <span className={styles.lead}>{t(`starters.${name}.hint`)}</span>
              <span className={styles.use} aria-hidden>
                {t('use')}
                <ArrowRight size={14} />
              </span>
            </li>
          );
        })}
    </ul>
  );
}
