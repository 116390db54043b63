import { ChevronDown } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { asMoney, asText } from '@/fields/values';
import { briefMoney, shortDay } from '@/lib/format';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { Told } from '../Told';
import { saysItself, tellingFacts } from '../telling';
import styles from './KeyLine.module.css';

interface Props {
  meta: ObjectMeta;
  entry: Entry;
  /** Whether all that matters is shown below. */
  open: boolean;
  onTurn: () => void;
}

/** What matters most of a record in one line; a touch shows it whole. */
export function KeyLine({ meta, entry, open, onTurn }: Props) {
  const { t } = useTranslation('record');
  const facts = open ? [] : tellingFacts(meta, entry);
  return (
    <button type="button" className={styles.line} aria-expanded={open} onClick={onTurn}>
      <span className={facts.length > 0 ? 'sr-only' : undefined}>{t('key_facts')} </span>
      {facts.length > 0 && (
        <span className={styles.facts}>
          {facts.map((field, i) => (
            <Fragment key={field.name}>
              {i > 0 && <span aria-hidden> · </span>}
              <span className={saysItself(meta, field) ? 'sr-only' : styles.called}>{say(field.label)} </span>
              <Brief field={field} value={entry[field.name]} />
            </Fragment>
          ))}
        </span>
      )}
      <ChevronDown size={16} strokeWidth={1.5} aria-hidden className={styles.arrow} />
    </button>
  );
}

/** A value in few characters, without links. */
function Brief({ field, value }: { field: Field; value: unknown }) {
  if (field.type === 'money') {
    const { amount, currency } = asMoney(value);
    return <>{briefMoney(Number(amount), currency)}</>;
  }
  return field.type === 'date' ? <>{shortDay(asText(value))}</> : <Told field={field} value={value} />;
}
