import { moment } from '@/lib/format';
import { say, useObjects } from '@/lib/meta';
import styles from './HistoryPage.module.css';

interface Props {
  job: { object: string; created_by: string | null; created_at: string };
}

/** Of what, by whom and when; to the minute, as files of one name are brought in one after the other. */
export function JobFacts({ job }: Props) {
  const object = useObjects().find(({ name }) => name === job.object);
  return (
    <span className={styles.facts}>
      {object ? say(object.plural) : job.object}
      {job.created_by !== null && ` · ${job.created_by}`}
      {' · '}
      <time dateTime={job.created_at}>{moment(job.created_at)}</time>
    </span>
  );
}
