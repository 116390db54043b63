import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Laptop, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '@/lib/api';
import { moment, relative } from '@/lib/format';
import { Tag } from '@/ui/Tag';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import list from '../settings.module.css';
import { device } from './device';
import { OwnPart } from './OwnPart';

type OpenSession = Schemas['OpenSession'];

const devicesQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async () => (await answered(api.GET('/api/v1/sessions'))).items,
});

/** Where one is signed in, and ending that elsewhere. */
export function Devices() {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const { data, error } = useQuery(devicesQuery);
  const sessions = data ?? [];
  const [ending, end] = useState<string>();
  const nameOf = useDeviceName();
  const ended = async (which: string, call: () => Promise<unknown>, said: string) => {
    end(which);
    try {
      await call();
      toast.done(said);
    } catch (refused) {
      tell(refused);
    }
    await queries.invalidateQueries({ queryKey: devicesQuery.queryKey });
    end(undefined);
  };
  const endOne = (session: OpenSession) => {
    const params = { path: { id: session.id } };
    return ended(
      session.id,
      () => answered(api.DELETE('/api/v1/sessions/{id}', { params })),
      t('device.ended', { device: nameOf(session) }),
    );
  };
  const endOthers = () =>
    ended('others', () => answered(api.DELETE('/api/v1/sessions')), t('device.ended_others'));
  if (error && !data) {
    throw error;
  }
  return (
    <OwnPart
      title={t('device.title')}
      lead={t('device.lead')}
      act={
        sessions.length > 1 && (
          <Button loading={ending === 'others'} onClick={() => void endOthers()}>
            {t('device.end_others')}
          </Button>
        )
      }
    >
      <ul className={list.rows}>
        {sessions.map((session) => {
          const Icon = device(session.user_agent).phone ? Smartphone : Laptop;
          return (
            <li key={session.id} className={list.row}>
              <Icon size={16} strokeWidth={1.5} aria-hidden />
              <span className={list.what}>
                <span className={list.plain}>{nameOf(session)}</span>
                <span className={list.code}>
                  {t('device.since', { address: session.address, at: moment(session.created_at) })}
                </span>
              </span>
              {session.current ? (
                <Tag seed="current" colour="jade">
                  {t('device.this')}
                </Tag>
              ) : (
                <>
                  <span className={list.cell}>
                    {t('device.seen', { at: relative(session.last_seen_at) })}
                  </span>
                  <Button
                    size="small"
                    loading={ending === session.id}
                    onClick={() => void endOne(session)}
                    aria-label={t('device.end_n', { device: nameOf(session) })}
                  >
                    {t('device.end')}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </OwnPart>
  );
}

/** `Chrome · Windows`; a program that is no browser by what it calls itself. */
function useDeviceName() {
  const { t } = useTranslation('settings');
  return ({ user_agent: agent }: OpenSession): string => {
    const { browser, system } = device(agent);
    const known = [browser, system].filter((part) => part !== undefined);
    const said = known.length > 0 ? known : agent.split(' ').slice(0, 1);
    return said.join(' · ') === '' ? t('device.unknown') : said.join(' · ');
  };
}
