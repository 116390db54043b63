import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Building2, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '@/ui/Tag';
import { Waiting } from '@/ui/Waiting';
import { PageHead } from '../PageHead';
import styles from '../settings.module.css';
import { tenantsQuery } from './api';
import { TenantDrawer } from './TenantDrawer';

const colours = { active: 'green', making: 'amber', set_aside: 'red' } as const;

/** The companies of this installation, for its operator. */
export function TenantsPage() {
  const { t } = useTranslation('settings');
  const { data: tenants, error } = useQuery(tenantsQuery);
  const [making, make] = useState(false);
  if (error && !tenants) {
    throw error;
  }
  return (
    <div className={styles.page}>
      <PageHead title={t('nav.tenants')} lead={t('tenant.lead')}>
        <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={() => make(true)}>
          {t('tenant.new')}
        </Button>
      </PageHead>
      {!tenants ? (
        <Waiting lines={4} />
      ) : (
        <ul aria-label={t('nav.tenants')} className={styles.rows}>
          {tenants.map((tenant) => (
            <li key={tenant.name} className={styles.row}>
              <Building2 size={16} strokeWidth={1.5} aria-hidden />
              <span className={styles.what}>
                <span className={styles.plain}>{tenant.label}</span>
                <span className={styles.code}>{tenant.name}</span>
              </span>
              <Tag seed={tenant.state} colour={colours[tenant.state]}>
                {t(`tenant.state.${tenant.state}`)}
              </Tag>
            </li>
          ))}
        </ul>
      )}
      {making && <TenantDrawer onClose={() => make(false)} />}
    </div>
  );
}
