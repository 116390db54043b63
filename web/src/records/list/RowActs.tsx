import { Mail, PanelRightOpen, Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { usePeek } from '../peek/usePeek';
import { contactOf } from './contact';
import styles from './RowActs.module.css';

interface Props {
  meta: ObjectMeta;
  entry: Entry;
  /** What the record is called. */
  name: string;
}

/** What is wanted of a row without opening it: calling, writing, a look. */
export function RowActs({ meta, entry, name }: Props) {
  const { t } = useTranslation('list');
  const { peeked, open } = usePeek();
  const { tel, mail } = contactOf(meta, entry);
  return (
    <div role="cell" className={styles.over}>
      <span className={styles.acts}>
        {tel !== undefined && (
          <a href={`tel:${tel}`} className={styles.act} aria-label={t('call', { name })} title={tel}>
            <Phone size={16} strokeWidth={1.5} aria-hidden />
          </a>
        )}
        {mail !== undefined && (
          <a href={`mailto:${mail}`} className={styles.act} aria-label={t('write', { name })} title={mail}>
            <Mail size={16} strokeWidth={1.5} aria-hidden />
          </a>
        )}
        <button
          type="button"
          className={styles.act}
          aria-label={t('peek', { name })}
          aria-expanded={peeked?.id === entry.id}
          title={t('peek_short')}
          onClick={() => open(meta.name, entry.id)}
        >
          <PanelRightOpen size={16} strokeWidth={1.5} aria-hidden />
        </button>
      </span>
    </div>
  );
}
