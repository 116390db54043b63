import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useBeforeUnload, useBlocker, useParams } from 'react-router';
import { Alert, Refused } from '@/ui/Alert';
import { useObjects } from '@/lib/meta';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { Notice } from '@/ui/Notice';
import { toast } from '@/ui/toast';
import { Waiting } from '@/ui/Waiting';
import { rolesQuery } from '../people/api';
import page from '../settings.module.css';
import { putRole } from './api';
import { abilities, columns, grantable, nameOf, OTHERS, sameRole, withAbility, type Role } from './grants';
import { GrantRow } from './GrantRow';
import { Members } from './Members';
import styles from './RolePage.module.css';

const ADMIN = 'admin';

/** What a role allows, in one table. */
export function RolePage() {
  const { t } = useTranslation('settings');
  const { role: name = '' } = useParams();
  const { data: roles, error } = useQuery(rolesQuery);
  if (error && !roles) {
    throw error;
  }
  if (!roles) {
    return <Waiting lines={10} />;
  }
  const role = roles.find((each) => each.name === name);
  return role ? <Matrix key={name} role={role} /> : <Notice title={t('role.missing')} />;
}

function Matrix({ role }: { role: Role }) {
  const { t } = useTranslation('settings');
  const objects = grantable(useObjects());
  const [draft, change] = useState<Role>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const shown = draft ?? role;
  const fixed = role.name === ADMIN;
  const changed = draft !== undefined && !sameRole(draft, role);
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) => changed && currentLocation.pathname !== nextLocation.pathname,
  );
  useBeforeUnload(useCallback((event) => changed && event.preventDefault(), [changed]));
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await putRole(shown);
      change(undefined);
      toast.done(t('role.saved'));
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  return (
    <div className={page.page}>
      <header className={page.head}>
        <div className={page.titles}>
          <p className={page.trail}>
            <Link to="/settings/roles">{t('nav.roles')}</Link>
          </p>
          <h1>{nameOf(role)}</h1>
          <p className={page.code}>{role.name}</p>
        </div>
        <Members role={role.name} />
      </header>
      {fixed && <Alert kind="info">{t('role.fixed')}</Alert>}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('role.matrix')}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('role.object')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`role.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <GrantRow role={shown} object={OTHERS} fixed={fixed} onChange={change} />
            {objects.map((object) => (
              <GrantRow
                key={object.name}
                role={shown}
                object={object.name}
                brief={object}
                fixed={fixed}
                onChange={change}
              />
            ))}
          </tbody>
        </table>
      </div>
      <h2 className={page.heading}>{t('role.abilities')}</h2>
      <div className={styles.abilities}>
        {abilities.map((ability) => (
          <Checkbox
            key={ability}
            disabled={fixed}
            checked={shown.admin?.includes(ability) === true}
            onChange={(event) => change(withAbility(shown, ability, event.target.checked))}
          >
            {t(`role.ability.${ability}`)}
          </Checkbox>
        ))}
      </div>
      {changed && (
        <div className={styles.bar}>
          {error !== undefined && <Refused error={error} />}
          <div className={styles.acts}>
            <span role="status">{t('role.changed')}</span>
            <Button onClick={() => change(undefined)}>{t('role.discard')}</Button>
            <Button type="primary" loading={busy} onClick={() => void save()}>
              {t('role.save')}
            </Button>
          </div>
        </div>
      )}
      {leaving.state === 'blocked' && (
        <LeaveDialog
          hint={t('role.lost', { role: nameOf(role) })}
          onLeave={leaving.proceed}
          onStay={leaving.reset}
        />
      )}
    </div>
  );
}
