import { useTranslation } from 'react-i18next';
import { Show } from '@/fields/Show';
import { isEmpty } from '@/fields/values';
import type { Schemas } from '@/lib/api';
import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import styles from './Changes.module.css';

/** What fields became; of a new record what they held before is not told. */
export function Changes({
  meta,
  changes,
  fresh = false,
}: {
  meta: ObjectMeta;
  changes: Schemas['FieldChange'][];
  fresh?: boolean;
}) {
  return (
    <dl className={styles.changes}>
      {changes.map((change) => (
        <div key={change.field} className={styles.change}>
          <dt>{say(fieldOf(meta, change.field)?.label) || change.field}</dt>
          <dd>
            {!fresh && (
              <>
                <Value meta={meta} name={change.field} value={change.before} former />
                <span aria-hidden>→</span>
              </>
            )}
            <Value meta={meta} name={change.field} value={change.after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ValueProps {
  meta: ObjectMeta;
  name: string;
  value: unknown;
  /** Whether it stands no more. */
  former?: boolean;
}

function Value({ meta, name, value, former = false }: ValueProps) {
  const { t } = useTranslation('record');
  const field = fieldOf(meta, name);
  const shown = isEmpty(value) ? (
    <span className="muted">{t('nothing')}</span>
  ) : field ? (
    <Show field={field} value={value} />
  ) : (
    <span>{typeof value === 'string' ? value : JSON.stringify(value)}</span>
  );
  return former ? <del className={styles.former}>{shown}</del> : shown;
}
