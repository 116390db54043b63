import { say } from '@/lib/meta';
import Choice from '../choice/Show';
import styles from '../fields.module.css';
import { asList, type Shown } from '../values';

/** How many have room in a line. */
const FEW = 2;

/** What was chosen; where there is but a line, the first and how many more. */
export default function Show({ field, value, line = false }: Shown) {
  const all = asList(value);
  const shown = line ? all.slice(0, FEW) : all;
  const rest = all.slice(shown.length);
  const called = (code: string) => say(field.choices?.find((c) => c.code === code)?.label) || code;
  return (
    <span className={styles.several} data-line={line}>
      {shown.map((code) => (
        <Choice key={code} field={field} value={code} />
      ))}
      {rest.length > 0 && (
        <span className={styles.further} title={rest.map(called).join('\n')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}
