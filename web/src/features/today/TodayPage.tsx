import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem } from '@/lib/api';
import { today } from '@/lib/days';
import { dayName, number } from '@/lib/format';
import { say, useObjects } from '@/lib/meta';
import { sessionQuery } from '@/lib/session';
import { Notice } from '@/ui/Notice';
import { whyNot } from '@/ui/tell';
import { Waiting } from '@/ui/Waiting';
import { Figures } from './Figures';
import { FirstSteps } from './first/FirstSteps';
import { FirstWork } from './first/FirstWork';
import { useFirstSteps } from './first/useFirstSteps';
import { useHadWork } from './first/useHadWork';
import { withDone } from './lines';
import { MonthCalendar } from './MonthCalendar';
import { TodayList } from './TodayList';
import { useActs } from './useActs';
import { useMetas, useToday } from './useToday';
import type { Metas } from './wanted';
import styles from './Today.module.css';

/** What there is to do today, in the order that matters; beside it how the person's month goes. */
export function TodayPage() {
  const { t } = useTranslation('today');
  const metas = useMetas();
  const objects = useObjects();
  if (objects.every(({ can }) => can.read !== true)) {
    return <Notice title={t('no_right.title')} hint={t('no_right.hint')} />;
  }
  return metas ? <Known metas={metas} /> : <Waiting lines={10} />;
}

function Known({ metas }: { metas: Metas }) {
  const { t } = useTranslation('today');
  const { t: common } = useTranslation();
  const { lines, pending, error, more, refresh } = useToday(metas);
  const acts = useActs();
  const { data: session } = useQuery(sessionQuery);
  const first = useFirstSteps(session);
  const next = metas.opportunity ?? metas.lead ?? metas.account;
  const left = lines.filter((line) => !acts.gone.has(line.key));
  const shown = withDone(
    left,
    acts.done.map(({ line }) => line),
  );
  const idle = !pending && !error && shown.length === 0 && !first.steps;
  const hadWork = useHadWork(metas, idle);
  const waiting = pending || first.pending || (idle && hadWork === undefined);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <span className="muted">{dayName(today())}</span>
        {!pending && left.length > 0 && (
          <span className={styles.count} aria-live="polite">
            {t('count', { count: left.length, n: `${number(left.length)}${more.length > 0 ? '+' : ''}` })}
          </span>
        )}
      </header>
      <div className={styles.columns}>
        <section aria-label={t('list')} className={styles.todo}>
          {first.steps && !pending && <FirstSteps steps={first.steps} />}
          {error ? (
            <Notice
              title={common('problem.unexpected')}
              hint={whyNot(error)}
              reference={error instanceof Problem ? error.reference : undefined}
              act={<Button onClick={refresh}>{common('retry')}</Button>}
            />
          ) : waiting ? (
            <Waiting lines={10} />
          ) : shown.length === 0 && first.steps ? null : idle && !hadWork ? (
            <FirstWork metas={metas} />
          ) : shown.length === 0 ? (
            <Notice
              title={t('empty.title')}
              hint={t('empty.hint')}
              act={
                next && (
                  <Link to={`/${next.name}`}>
                    <Button>{t('empty.act', { object: say(next.plural) })}</Button>
                  </Link>
                )
              }
            />
          ) : (
            <TodayList metas={metas} lines={shown} more={more} acts={acts} />
          )}
          {(waiting ? [] : more).map((object) => (
            <p key={object} className={styles.more}>
              <Link to={`/${object}`}>{t('more', { object: say(metas[object]?.plural) })}</Link>
            </p>
          ))}
        </section>
        <aside className={styles.aside}>
          <Figures metas={metas} />
          <MonthCalendar metas={metas} />
        </aside>
      </div>
    </div>
  );
}
