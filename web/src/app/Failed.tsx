import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { Problem, Unreachable } from '@/lib/api';
import { readSession } from '@/lib/session';
import { forgetHere } from '@/records/list/views/memory';
import { Notice } from '@/ui/Notice';

/** How long between looks whether the server is back, in milliseconds. */
const LOOK = 5_000;

/** What stands in the place of a page that cannot be shown: what happened, and what to do. */
export function Failed({ missing = false }: { missing?: boolean }) {
  const { t } = useTranslation('shell');
  const { t: common } = useTranslation();
  const error = useRouteError();
  const status = error instanceof Problem ? error.status : (error as { status?: number } | undefined)?.status;
  const away = error instanceof Unreachable;
  const broken = !missing && !away && status === undefined;
  useEffect(() => {
    if (broken) {
      forgetHere(); // an address that breaks a list is not come back to
    }
  }, [broken]);
  useEffect(() => {
    if (away) {
      const looking = setInterval(
        () =>
          void readSession().then(
            () => location.reload(),
            () => undefined,
          ),
        LOOK,
      );
      return () => clearInterval(looking);
    }
    return undefined;
  }, [away]);
  const home = (
    <Link to="/">
      <Button type="primary">{t('missing.back')}</Button>
    </Link>
  );
  if (missing || status === 404) {
    return <Notice title={t('missing.title')} hint={t('missing.hint')} act={home} />;
  }
  if (status === 403) {
    return <Notice title={t('forbidden.title')} hint={t('forbidden.hint')} act={home} />;
  }
  return (
    <Notice
      title={common(away ? 'problem.unreachable' : 'problem.unexpected')}
      hint={common(away ? 'problem.unreachable_hint' : 'problem.unexpected_hint')}
      reference={error instanceof Problem ? error.reference : undefined}
      act={
        <Button type="primary" onClick={() => location.reload()}>
          {common('retry')}
        </Button>
      }
    />
  );
}
