import Choice from '../choice/Show';
import styles from '../fields.module.css';
import { asList, type Shown } from '../values';

export default function Show({ field, value }: Shown) {
  return (
    <span className={styles.several}>
      {asList(value).map((code) => (
        <Choice key={code} field={field} value={code} />
      ))}
    </span>
  );
}
