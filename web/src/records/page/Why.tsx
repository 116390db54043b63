import { useQuery } from '@tanstack/react-query';
import { Info } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api, type Schemas } from '@/lib/api';
import { moment } from '@/lib/format';
import { say } from '@/lib/meta';
import { sessionQuery } from '@/lib/session';
import { Refused } from '@/ui/Alert';
import { Floating } from '@/ui/Floating';
import { Waiting } from '@/ui/Waiting';
import styles from './Why.module.css';

interface Props {
  item: Pick<Schemas['TimelineItem'], 'why' | 'run' | 'actor'>;
  /** What was touched. */
  object: string;
  record: string;
}

/** Why something was done without anybody doing it; what a flow did tells more to who asks. */
export function Why({ item: { why, run, actor }, object, record }: Props) {
  const { t } = useTranslation('record');
  const [anchor, open] = useState<HTMLElement>();
  if (why === null || run === null) {
    return why && <p className={styles.why}>{why}</p>;
  }
  return (
    <p className={styles.why}>
      <button
        type="button"
        className={styles.ask}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        onClick={(event) => open(anchor ? undefined : event.currentTarget)}
      >
        {why === actor?.label ? t('why.by_flow', { name: why }) : why}
        <Info size={12} strokeWidth={1.5} aria-hidden />
      </button>
      {anchor && (
        <Floating anchor={anchor} label={t('why.title')} width={300} onClose={() => open(undefined)}>
          <Told {...{ run, object, record }} />
        </Floating>
      )}
    </p>
  );
}

const told = async (run: string, object: string, record: string, signal: AbortSignal) =>
  answered(
    api.GET('/api/v1/flows/why/{run}', { params: { path: { run }, query: { object, record } }, signal }),
  );

function Told({ run, object, record }: { run: string; object: string; record: string }) {
  const { t } = useTranslation('record');
  const { data: session } = useQuery(sessionQuery);
  const { data, error } = useQuery({
    queryKey: ['why', run, object, record],
    queryFn: ({ signal }) => told(run, object, record, signal),
    staleTime: Infinity,
  });
  if (!data) {
    return <div className={styles.told}>{error ? <Refused error={error} /> : <Waiting lines={3} />}</div>;
  }
  const { flow, name, version, trigger, by, begun_at: at } = data;
  const facts = {
    flow: version === null ? name : t('why.of', { name, n: version }),
    trigger: trigger && say(trigger),
    by,
    at: moment(at),
  };
  return (
    <div className={styles.told}>
      <dl className={styles.facts}>
        {(['flow', 'trigger', 'by', 'at'] as const).map((each) =>
          facts[each] ? (
            <div key={each}>
              <dt>{t(`why.${each}`)}</dt>
              <dd>{facts[each]}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {flow !== null && !session?.viewing && (
        <Link to={`/settings/flows/${flow}/runs/${run}`}>{t('why.run')}</Link>
      )}
    </div>
  );
}
