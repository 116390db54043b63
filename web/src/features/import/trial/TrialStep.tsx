import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { Alert, Refused } from '@/ui/Alert';
import { isOpen } from '../job/api';
import { differs } from '../job/draft';
import { Foot } from '../parts/Foot';
import { Report } from './Report';
import { Running } from '../run/Running';
import type { RunProps, StepProps } from '../job/stepProps';
import page from '../parts/Page.module.css';

/** Tries the whole file without a trace, tells what would become of it, and brings it in. */
export function TrialStep(props: StepProps & RunProps) {
  const { job, meta, draft, onGo, sending, refused, onRun } = props;
  const { t } = useTranslation('imports');
  const back = <Button onClick={() => onGo('map')}>{t('trial.back')}</Button>;
  if (isOpen(job)) {
    return <Running job={job} title={t('trial.running')} hint={t('trial.running_hint')} />;
  }
  if (job.status === 'failed') {
    return (
      <>
        <div className={page.body}>
          <Alert kind="danger">{job.error?.message}</Alert>
          <Refused error={refused} />
        </div>
        <Foot start={back}>
          <Button type="primary" loading={sending} onClick={() => onRun(true)}>
            {t('trial.again')}
          </Button>
        </Foot>
      </>
    );
  }
  const good = job.created + job.updated + job.unchanged;
  const changed = differs(job, meta, draft);
  return (
    <>
      <div className={page.body}>
        <Refused error={refused} />
        <Report {...props} />
      </div>
      <Foot
        start={back}
        note={
          changed
            ? t('trial.changed')
            : good === 0
              ? t('trial.nothing')
              : job.failed > 0
                ? t('trial.rest', { count: job.failed, n: number(job.failed) })
                : undefined
        }
      >
        {changed ? (
          <Button type="primary" loading={sending} onClick={() => onRun(true)}>
            {t('trial.again')}
          </Button>
        ) : (
          <Button type="primary" loading={sending} disabled={good === 0} onClick={() => onRun(false)}>
            {t('trial.run', { count: good, n: number(good) })}
          </Button>
        )}
      </Foot>
    </>
  );
}
