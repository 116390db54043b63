import { moment, relative } from '@/lib/format';
import { say, useObjects } from '@/lib/meta';
import styles from './HistoryPage.module.css';

interface Props {
  job: { object: string; created_by: string | null; created_at: string };
}

/** Of what, by whom and when. */
export function JobFacts({ job }: Props) {
  const object = useObjects().find(({ name }) => name === job.object);
  return (
    <span className={styles.facts}>
      {object ? say(object.plural) : job.object}
      {job.created_by !== null && ` · ${job.created_by}`}
      {' · '}
      <time dateTime={job.created_at} title={moment(job.created_at)}>
        {relative(job.created_at)}
      </time>
    </span>
  );
}
