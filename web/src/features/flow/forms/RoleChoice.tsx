import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { say } from '@/lib/meta';
import { rolesQuery } from '@/lib/views';
import { Select } from '@/ui/Select';
import styles from './Forms.module.css';

/** One of the company's roles. */
export function RoleChoice({
  id,
  value,
  wrong,
  onChange,
}: {
  id: string;
  value: unknown;
  wrong: boolean;
  onChange: (role: string) => void;
}) {
  const { t } = useTranslation('flow');
  const { data: roles = [] } = useQuery(rolesQuery);
  return (
    <Select<string>
      id={id}
      className={styles.wide ?? ''}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('choose_role')}
      {...(wrong && { status: 'error' as const })}
      value={typeof value === 'string' ? value : null}
      options={roles.map(({ name, label }) => ({
        value: name,
        label: (typeof label === 'string' ? label : say(label)) || name,
      }))}
      onChange={onChange}
    />
  );
}
