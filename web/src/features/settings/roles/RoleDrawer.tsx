import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Label } from '@/lib/meta';
import { codeOf } from '../codes';
import { FormDrawer } from '../FormDrawer';
import { filled, Names } from '../Names';
import { Part } from '../Part';
import { useSaving } from '../useSaving';
import { addRole } from './api';
import { nameOf, OTHERS, type Role } from './grants';

interface Props {
  /** What the new one allows to begin with. */
  like: Role | undefined;
  roles: Role[];
  onClose: () => void;
}

/** Makes a role, and goes on to what it allows. */
export function RoleDrawer({ like, roles, onClose }: Props) {
  const { t } = useTranslation('settings');
  const navigate = useNavigate();
  const id = useId();
  const [label, setLabel] = useState<Label>({});
  const [typed, type] = useState<string>();
  const saving = useSaving(['name', 'label']);
  const taken = roles.map(({ name }) => name);
  const name = typed ?? codeOf(filled(label), taken, 'role');
  const send = async () => {
    const said = filled(label);
    await addRole({
      name,
      ...(Object.keys(said).length > 0 && { label: said }),
      objects: like?.objects ?? { [OTHERS]: { read: 'own', create: true, update: 'own' } },
      fields: like?.fields ?? {},
      admin: like?.admin ?? [],
    });
    await navigate(`/settings/roles/${name}`);
  };
  return (
    <FormDrawer
      title={like ? t('role.copy_of', { name: nameOf(like) }) : t('role.new')}
      save={t('role.create')}
      saving={saving}
      first={`${id}-zh-CN`}
      onSave={() => saving.save(send)}
      onClose={onClose}
    >
      <Names
        id={id}
        needed
        zh={t('object.label_zh')}
        en={t('object.label_en')}
        value={label}
        wrong={saving.wrong.get('label')}
        onChange={setLabel}
      />
      <Part id={`${id}-code`} label={t('code')} help={t('role.code_help')} wrong={saving.wrong.get('name')}>
        <Input id={`${id}-code`} value={name} maxLength={41} onChange={(event) => type(event.target.value)} />
      </Part>
    </FormDrawer>
  );
}
