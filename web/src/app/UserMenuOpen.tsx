import { Dropdown, type MenuProps } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { importable } from '@/features/import/importable';
import { language, languages, nameOf, speak } from '@/lib/i18n';
import { useObjects } from '@/lib/meta';
import type { Session } from '@/lib/session';
import { Keys } from '@/ui/Keys';
import { choose, densities, modes, useLook } from '@/ui/look';
import { tell } from '@/ui/tell';
import { overlay } from './overlay';
import { renewal } from './renewal';

/** Language, looks and the way out. */
export function UserMenuOpen({ session, children }: { session: Session; children: ReactElement }) {
  const { t } = useTranslation('shell');
  const look = useLook();
  const [open, show] = useState(true);
  const navigate = useNavigate();
  const importing = importable(useObjects()).length > 0;
  const label = 'label' in session.user ? (session.user.label ?? '') : '';
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label },
    {
      key: 'language',
      label: t('user.language'),
      children: languages.map((code) => ({
        key: `language ${code}`,
        label: nameOf[code],
        onClick: () => void speak(code).catch(tell),
      })),
    },
    {
      key: 'theme',
      label: t('user.theme'),
      children: modes.map((mode) => ({
        key: `mode ${mode}`,
        label: t(`user.${mode}`),
        onClick: () => choose({ mode }),
      })),
    },
    {
      key: 'density',
      label: t('user.density'),
      children: densities.map((density) => ({
        key: `density ${density}`,
        label: t(`user.${density}`),
        onClick: () => choose({ density }),
      })),
    },
    { type: 'divider' },
    { key: 'account', label: t('user.account'), onClick: () => void navigate('/settings/account') },
    {
      key: 'keys',
      label: t('user.keys'),
      extra: <Keys place="everywhere" act="keys" />,
      onClick: () => overlay.show({ kind: 'keys' }),
    },
    { key: 'settings', label: t('places.settings'), onClick: () => void navigate('/settings') },
    ...(importing
      ? [{ key: 'imports', label: t('user.imports'), onClick: () => void navigate('/import') }]
      : []),
    { type: 'divider' },
    {
      key: 'out',
      label: t('user.sign_out'),
      onClick: () => void renewal.leave().catch(tell),
    },
  ];
  const chosen = [`language ${language()}`, `mode ${look.mode}`, `density ${look.density}`];
  return (
    <Dropdown
      open={open}
      onOpenChange={show}
      menu={{ items, selectedKeys: chosen }}
      trigger={['click']}
      placement="bottomRight"
    >
      {children}
    </Dropdown>
  );
}
