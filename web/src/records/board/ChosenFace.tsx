import { useTranslation } from 'react-i18next';
import { say, type Field } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import type { Age } from '../path/age';
import { Told } from '../Told';
import { IN_LINE } from './cardFields';
import styles from './Card.module.css';

/** For how long it stands where it stands. */
export function Days({ age, limit }: { age: Age | undefined; limit: number }) {
  const { t } = useTranslation('board');
  return (
    age && (
      <span className={styles.age} data-over={age.over} title={t('age_hint', { days: age.days, limit })}>
        {age.days === 0 ? t('in_stage_today') : t('in_stage', { count: age.days })}
      </span>
    )
  );
}

/** The same as a hairline. */
export function Gone({ age }: { age: Age | undefined }) {
  return (
    age && (
      <span aria-hidden className={styles.gone} data-over={age.over}>
        <span style={{ width: `${age.gone * 100}%` }} />
      </span>
    )
  );
}

interface Props {
  card: Entry;
  fields: Field[];
  name: string;
  age: Age | undefined;
  limit: number;
}

/** A card that tells what somebody chose. */
export function ChosenFace({ card, fields, name, age, limit }: Props) {
  const lines = fields.flatMap((_, i) => (i % IN_LINE === 0 ? [fields.slice(i, i + IN_LINE)] : []));
  return (
    <>
      <span className={styles.line}>
        <span dir="auto" className={styles.name}>
          {name === '' ? '—' : name}
        </span>
        <Days age={age} limit={limit} />
      </span>
      {lines.map((line) => (
        <span key={line[0]?.name} className={styles.line}>
          {line.map((field) => (
            <span key={field.name} className={styles.part} title={say(field.label)}>
              <Told field={field} value={card[field.name]} />
            </span>
          ))}
        </span>
      ))}
      <Gone age={age} />
    </>
  );
}
