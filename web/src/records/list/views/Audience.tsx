import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { say } from '@/lib/meta';
import { rolesQuery, type SavedView } from '@/lib/views';
import type { ViewActs } from './useViewActs';
import styles from './ViewPanel.module.css';

const EVERYONE = 'everyone';

/** For whose roles a view is; from then on it belongs to the company. */
export function Audience({ view, acts }: { view: SavedView; acts: ViewActs }) {
  const { t } = useTranslation('views');
  const { data: roles = [] } = useQuery(rolesQuery);
  const meant = view.audience ?? [];
  const offered = [
    { name: EVERYONE, label: t('everyone') },
    ...roles.map(({ name, label }) => ({
      name,
      label: (typeof label === 'string' ? label : say(label)) || name,
    })),
  ];
  const offer = (audience: string[], begins = view.is_default === true) =>
    void acts.offer(view, { audience, is_default: audience.length > 0 && begins });
  return (
    <fieldset className={styles.audience}>
      <legend className={styles.label}>{t('for_roles')}</legend>
      <div className={styles.roles}>
        {offered.map(({ name, label }) => (
          <label key={name} className={styles.check}>
            <input
              type="checkbox"
              checked={meant.includes(name)}
              onChange={(event) =>
                offer(event.target.checked ? [...meant, name] : meant.filter((each) => each !== name))
              }
            />
            {label}
          </label>
        ))}
      </div>
      {meant.length > 0 && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={view.is_default === true}
            onChange={(event) => offer(meant, event.target.checked)}
          />
          {t('begins_for_roles')}
        </label>
      )}
      <p className={styles.why}>{t('for_roles_hint')}</p>
    </fieldset>
  );
}
