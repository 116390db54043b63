import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '@/ui/toast';
import { FormDrawer } from '../FormDrawer';
import { Part } from '../Part';
import { useSaving } from '../useSaving';
import { freshPassword } from '../people/api';
import { FirstPassword } from '../people/FirstPassword';
import { foundCompany, tenantsQuery } from './api';

/** Founds a company and names who looks after it first. */
export function TenantDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const id = useId();
  const [values, set] = useState({ label: '', name: '', login: 'admin' });
  const [password, setPassword] = useState(freshPassword);
  const parts = [
    { key: 'label', field: 'label', longest: 100 },
    { key: 'name', field: 'name', longest: 40 },
    { key: 'login', field: 'admin.login', longest: 100 },
  ] as const;
  const placed = [...parts.map(({ field }) => field), 'login', 'password', 'admin.password'];
  const saving = useSaving(placed);
  const { wrong } = saving;
  const send = async () => {
    const { label, name, login } = values;
    const admin = { login: login.trim(), password };
    const made = await foundCompany({ name: name.trim(), label: label.trim(), admin });
    await queries.invalidateQueries({ queryKey: tenantsQuery.queryKey });
    toast.done(t('tenant.made', { name: made.label }));
    onClose();
  };
  return (
    <FormDrawer
      title={t('tenant.new')}
      save={t('tenant.create')}
      saving={saving}
      first={`${id}-label`}
      onSave={() => saving.save(send)}
      onClose={onClose}
    >
      {parts.map(({ key, field, longest }) => (
        <Part
          key={key}
          id={`${id}-${key}`}
          label={t(`tenant.${key}`)}
          help={t(`tenant.${key}_help`)}
          required
          wrong={wrong.get(field) ?? wrong.get(key)}
        >
          <Input
            id={`${id}-${key}`}
            autoComplete="off"
            maxLength={longest}
            value={values[key]}
            onChange={(event) => set({ ...values, [key]: event.target.value })}
          />
        </Part>
      ))}
      <FirstPassword
        id={`${id}-password`}
        value={password}
        wrong={wrong.get('admin.password') ?? wrong.get('password')}
        onChange={setPassword}
      />
    </FormDrawer>
  );
}
