import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '@/lib/api';
import { moment, relative } from '@/lib/format';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import list from '../settings.module.css';
import { ShownOnce } from '../ShownOnce';
import { OwnPart } from './OwnPart';
import { scopeKey } from './scopes';
import { TokenDrawer } from './TokenDrawer';

const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async () => (await answered(api.GET('/api/v1/tokens'))).items,
});

/** The tokens by which programs do what one may do oneself. */
export function Tokens() {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const { data, error } = useQuery(tokensQuery);
  const tokens = data ?? [];
  const [making, make] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [leaving, leave] = useState<Schemas['Token']>();
  const again = () => queries.invalidateQueries({ queryKey: ['tokens'] });
  const revoke = async (token: Schemas['Token']) => {
    try {
      await answered(api.DELETE('/api/v1/tokens/{id}', { params: { path: { id: token.id } } }));
      await again();
      leave(undefined);
      toast.done(t('token.revoked', { name: token.name }));
    } catch (refused) {
      tell(refused);
    }
  };
  if (error && !data) {
    throw error;
  }
  return (
    <OwnPart
      title={t('token.title')}
      lead={t('token.lead')}
      act={
        <Button icon={<Plus size={16} aria-hidden />} onClick={() => make(true)}>
          {t('token.new')}
        </Button>
      }
    >
      {tokens.length > 0 && (
        <ul className={list.rows}>
          {tokens.map((token) => (
            <li key={token.id} className={list.row}>
              <KeyRound size={16} strokeWidth={1.5} aria-hidden />
              <span className={list.what}>
                <span className={list.plain}>{token.name}</span>
                <span className={list.code}>
                  {token.scopes.map((scope) => t(`token.scope.${scopeKey(scope)}`)).join(' · ')}
                </span>
              </span>
              <span className={list.cell}>
                {token.last_used_at
                  ? t('token.used', { at: relative(token.last_used_at) })
                  : t('token.unused')}
              </span>
              <span className={list.cell}>
                {token.expires_at ? t('token.until', { at: moment(token.expires_at) }) : t('token.forever')}
              </span>
              <Button
                size="small"
                danger
                onClick={() => leave(token)}
                aria-label={t('token.revoke_n', { name: token.name })}
              >
                {t('token.revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {making && (
        <TokenDrawer
          onClose={() => make(false)}
          onMade={(text) => {
            make(false);
            setSecret(text);
            void again();
          }}
        />
      )}
      {secret !== undefined && (
        <ShownOnce
          title={t('token.made')}
          says={t('token.once')}
          text={secret}
          take={t('token.copy')}
          onClose={() => setSecret(undefined)}
        />
      )}
      <Modal
        open={leaving !== undefined}
        title={t('token.revoke_title', { name: leaving?.name ?? '' })}
        okText={t('token.revoke')}
        okButtonProps={{ danger: true }}
        onOk={() => leaving && void revoke(leaving)}
        onCancel={() => leave(undefined)}
      >
        <p>{t('token.revoke_says')}</p>
      </Modal>
    </OwnPart>
  );
}
