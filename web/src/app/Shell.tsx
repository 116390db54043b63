import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useNavigation } from 'react-router';
import '@/features';
import { inZone } from '@/lib/format';
import { lazy } from '@/lib/lazy';
import { useAway } from '@/lib/reach';
import { sessionQuery } from '@/lib/session';
import { usePeek } from '@/records/peek/usePeek';
import { Calls } from '@/records/calling/Calls';
import { Waiting } from '@/ui/Waiting';
import { BottomBar } from './BottomBar';
import { Carrying } from './Carrying';
import { Creating } from './Creating';
import { Overlays } from './Overlays';
import { Sidebar } from './Sidebar';
import { TopBar } from './TopBar';
import { ViewingBanner } from './ViewingBanner';
import { useLiveChanges } from './live';
import { useAsking } from './renewal';
import { useArrival } from './useArrival';
import { useGoing } from './useGoing';
import styles from './Shell.module.css';

const Peek = lazy(() => import('@/records/page/Peek').then((module) => ({ default: module.Peek })));
const SignInAgain = lazy(() => import('./SignInAgain').then((module) => ({ default: module.SignInAgain })));

/** Sidebar, top bar and the page between them. */
export function Shell() {
  const { t } = useTranslation('shell');
  const { data: session } = useSuspenseQuery(sessionQuery);
  const away = useAway();
  const asking = useAsking();
  const going = useNavigation().state === 'loading';
  const { peeked, able } = usePeek();
  useLiveChanges();
  useEffect(() => inZone(session?.time_zone ?? 'Asia/Shanghai'), [session]);
  useGoing();
  const main = useArrival();

  if (session === null) {
    return null;
  }
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('nav.skip')}
      </a>
      <Sidebar />
      <div className={styles.main}>
        <ViewingBanner session={session} />
        <div role="status" className={styles.away}>
          {away && t(navigator.onLine ? 'away' : 'offline')}
        </div>
        <TopBar session={session} />
        <main ref={main} id="content" tabIndex={-1} className={styles.content} aria-busy={going}>
          <Suspense fallback={<Waiting />}>
            <Creating>
              <Carrying>
                <Outlet />
              </Carrying>
            </Creating>
          </Suspense>
        </main>
      </div>
      {peeked && able && (
        <Suspense fallback={null}>
          <Creating>
            <Carrying>
              <Peek {...peeked} />
            </Carrying>
          </Creating>
        </Suspense>
      )}
      {peeked && !able && <Navigate to={`/${peeked.object}/${peeked.id}`} replace />}
      <BottomBar />
      <Calls />
      {asking && (
        <Suspense fallback={null}>
          <SignInAgain former={asking} />
        </Suspense>
      )}
      <Overlays />
    </div>
  );
}
