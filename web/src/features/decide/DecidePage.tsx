import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Problem } from '@/lib/api';
import { inZone } from '@/lib/format';
import { language, languages, speak } from '@/lib/i18n';
import { queryClient } from '@/lib/query';
import { LinkButton } from '@/ui/LinkButton';
import { Mark } from '@/ui/Mark';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import { whyNot } from '@/ui/tell';
import { Asked } from './Asked';
import styles from './Decide.module.css';
import { Outcome } from './Outcome';
import { look, type Mailed } from './api';

/** Where a link from a mail leads: what is to be decided, for who may not be signed in, in that person's language and time. */
export function DecidePage() {
  const { t } = useTranslation('approval');
  const { t: common } = useTranslation();
  const link = useLink();
  const key = ['mailed', link];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => asTheirs(await look(link)),
    enabled: link !== '',
    // what somebody looks at stays as it is while they do
    staleTime: Infinity,
    refetchInterval: false,
  });

  if (data) {
    return (
      <Sheet company={data.company}>
        {data.asked === null ? (
          <Outcome mailed={data} />
        ) : (
          <Asked
            link={link}
            mailed={data}
            asked={data.asked}
            onTold={(told) => queryClient.setQueryData(key, told)}
          />
        )}
      </Sheet>
    );
  }
  const closed = error instanceof Problem && error.status < 500;
  return (
    <Sheet>
      {link === '' || closed ? (
        <Notice
          title={t('mailed.closed')}
          hint={closed ? whyNot(error) : t('mailed.no_link')}
          act={<LinkButton to="/approvals">{t('mailed.sign_in')}</LinkButton>}
        />
      ) : error ? (
        <Notice
          title={whyNot(error)}
          act={
            <Button type="primary" onClick={() => void refetch()}>
              {common('retry')}
            </Button>
          }
        />
      ) : (
        <Waiting />
      )}
    </Sheet>
  );
}

/** What the link says, which is taken out of the address: others use this browser, or see its history elsewhere. */
function useLink(): string {
  const place = useLocation();
  const { hash, pathname } = place;
  const navigate = useNavigate();
  const given = hash.slice(1);
  useEffect(() => {
    if (given !== '') {
      void navigate(pathname, { replace: true, state: { link: given } });
    }
  }, [given, pathname, navigate]);
  const kept = (place.state as { link?: string } | null)?.link ?? '';
  return given === '' ? kept : given;
}

async function asTheirs(mailed: Mailed): Promise<Mailed> {
  inZone(mailed.time_zone);
  const own = languages.find((code) => code.slice(0, 2) === mailed.locale.slice(0, 2));
  if (own !== undefined && own !== language()) {
    await speak(own, false);
  }
  return mailed;
}

function Sheet({ company = null, children }: { company?: string | null; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Mark />
        {company !== null && <span>{company}</span>}
      </header>
      <main className={styles.sheet}>{children}</main>
    </div>
  );
}
