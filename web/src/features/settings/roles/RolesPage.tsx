import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Ellipsis, Plus, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Menu } from '@/ui/Menu';
import { Tag } from '@/ui/Tag';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { Waiting } from '@/ui/Waiting';
import { rolesQuery } from '../people/api';
import { PageHead } from '../PageHead';
import styles from '../settings.module.css';
import { addRole, deleteRole } from './api';
import { nameOf, type Role } from './grants';
import { RoleDrawer } from './RoleDrawer';

/** What there is to be given to people. */
export function RolesPage() {
  const { t } = useTranslation('settings');
  const { data: roles, error } = useQuery(rolesQuery);
  const [like, copy] = useState<Role | 'none'>();
  if (error && !roles) {
    throw error;
  }
  const drop = async (role: Role) => {
    try {
      await deleteRole(role.name);
      toast.done(t('role.deleted', { name: nameOf(role) }), { undo: () => void addRole(role).catch(tell) });
    } catch (refused) {
      tell(refused);
    }
  };
  return (
    <div className={styles.page}>
      <PageHead title={t('nav.roles')} lead={t('role.lead')}>
        <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={() => copy('none')}>
          {t('role.new')}
        </Button>
      </PageHead>
      {!roles ? (
        <Waiting lines={6} />
      ) : (
        <ul aria-label={t('nav.roles')} className={styles.rows}>
          {roles.map((role) => (
            <li key={role.name} className={styles.row}>
              <ShieldCheck size={16} strokeWidth={1.5} aria-hidden />
              <span className={styles.what}>
                <Link to={`/settings/roles/${role.name}`} className={styles.name}>
                  {nameOf(role)}
                </Link>
                <span className={styles.code}>{role.name}</span>
              </span>
              {role.delivered && (
                <Tag seed="delivered" colour="grey">
                  {t('role.delivered')}
                </Tag>
              )}
              <span className={styles.acts}>
                <Menu
                  label={t('more_of', { name: nameOf(role) })}
                  items={[
                    { key: 'copy', label: t('role.copy'), run: () => copy(role) },
                    ...(role.delivered
                      ? []
                      : [
                          {
                            key: 'delete',
                            label: t('role.delete'),
                            danger: true,
                            run: () => void drop(role),
                          },
                        ]),
                  ]}
                >
                  <Ellipsis size={16} aria-hidden />
                </Menu>
              </span>
            </li>
          ))}
        </ul>
      )}
      {like && roles && (
        <RoleDrawer like={like === 'none' ? undefined : like} roles={roles} onClose={() => copy(undefined)} />
      )}
    </div>
  );
}
