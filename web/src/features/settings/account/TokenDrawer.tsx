import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '@/lib/api';
import { Select } from '@/ui/Select';
import { FormDrawer } from '../FormDrawer';
import { Part } from '../Part';
import { useSaving } from '../useSaving';
import styles from './Account.module.css';
import { scopeKey, type Scope } from './scopes';

const scopes: Scope[] = [
  'records:read',
  'records:write',
  'reports:run',
  'imports',
  'exports',
  'meta:read',
  'meta:write',
  'admin',
];
const terms = [30, 90, 365, 0] as const;
const DAY = 86_400_000;

/** Makes a token: what for, what it may do, and until when. */
export function TokenDrawer({ onClose, onMade }: { onClose: () => void; onMade: (text: string) => void }) {
  const { t } = useTranslation('settings');
  const id = useId();
  const [name, setName] = useState('');
  const [chosen, choose] = useState<Scope[]>(['records:read']);
  const [days, setDays] = useState<number>(terms[1]);
  const saving = useSaving(['name', 'scopes', 'expires_at']);
  const send = async () => {
    const body = {
      name: name.trim(),
      scopes: chosen,
      ...(days > 0 && { expires_at: new Date(Date.now() + days * DAY).toISOString() }),
    };
    onMade((await answered(api.POST('/api/v1/tokens', { body }))).token);
  };
  return (
    <FormDrawer
      title={t('token.new')}
      save={t('token.create')}
      saving={saving}
      first={`${id}-name`}
      onSave={() => saving.save(send)}
      onClose={onClose}
    >
      <Part
        id={`${id}-name`}
        label={t('token.name')}
        required
        help={t('token.name_help')}
        wrong={saving.wrong.get('name')}
      >
        <Input
          id={`${id}-name`}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Part>
      <Part label={t('token.scopes')} help={t('token.scopes_help')} wrong={saving.wrong.get('scopes')}>
        <Checkbox.Group<Scope>
          className={styles.scopes ?? ''}
          value={chosen}
          options={scopes.map((scope) => ({ value: scope, label: t(`token.scope.${scopeKey(scope)}`) }))}
          onChange={(all) => choose(all)}
        />
      </Part>
      <Part id={`${id}-term`} label={t('token.term')} wrong={saving.wrong.get('expires_at')}>
        <Select<number>
          id={`${id}-term`}
          value={days}
          options={terms.map((n) => ({
            value: n,
            label: n === 0 ? t('token.forever') : t('token.days', { n }),
          }))}
          onChange={setDays}
        />
      </Part>
    </FormDrawer>
  );
}
