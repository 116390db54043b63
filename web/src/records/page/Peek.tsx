import { useQuery } from '@tanstack/react-query';
import { Maximize2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, isLost } from '@/lib/api';
import { objectQuery, say } from '@/lib/meta';
import { recordQuery } from '@/lib/records';
import { IconButton, IconLink } from '@/ui/IconButton';
import { useKeys } from '@/ui/keys';
import { Notice } from '@/ui/Notice';
import { whyNot } from '@/ui/tell';
import { useFocusBack } from '@/ui/useFocusBack';
import { Waiting } from '@/ui/Waiting';
import { usePeek, type Peeked } from '../peek/usePeek';
import { Gone } from './Gone';
import { RecordView } from './RecordView';
import styles from './Peek.module.css';

/** A record over the right side of the page, which stays in view. */
export function Peek({ object, id }: Peeked) {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const { close } = usePeek();
  const panel = useRef<HTMLElement>(null);
  const meta = useQuery(objectQuery(object));
  const record = useQuery(recordQuery(object, id));
  const lost = [meta.error, record.error].find(isLost);
  const error = lost ?? meta.error ?? record.error;
  useFocusBack();
  useEffect(() => {
    // who goes from row to row by keys stays at the row
    if (!document.activeElement?.matches('[data-peeks]')) {
      panel.current?.focus({ preventScroll: true });
    }
  }, []);
  useKeys('peek', { close });
  const failed = (why: Error) => (
    <Notice
      title={t(why instanceof Problem && why.status === 404 ? 'peek_gone' : 'peek_failed')}
      hint={whyNot(why)}
    />
  );

  return (
    <aside ref={panel} tabIndex={-1} aria-label={t('peek')} data-peek className={styles.peek}>
      <div className={styles.bar}>
        <span className="muted">{say(meta.data?.label)}</span>
        <span className={styles.acts}>
          <IconLink to={`/${object}/${id}`} label={t('open_page')}>
            <Maximize2 size={16} strokeWidth={1.5} aria-hidden />
          </IconLink>
          <IconButton label={common('close')} onClick={close}>
            <X size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        </span>
      </div>
      {error && isLost(record.error) ? (
        <Gone object={object} id={id} otherwise={() => failed(error)} />
      ) : error && (lost || !meta.data || !record.data) ? (
        failed(error)
      ) : meta.data && record.data ? (
        <RecordView key={id} meta={meta.data} entry={record.data} beside={panel} />
      ) : (
        <Waiting lines={10} />
      )}
    </aside>
  );
}
