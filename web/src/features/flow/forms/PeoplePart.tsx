import { Checkbox } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SeveralRecords } from '@/records/SeveralRecords';
import styles from './Forms.module.css';
import { Part } from './Part';

/** Whom a step can mean by their part in the record. */
const parts = ['owner', 'manager'] as const;
const isPart = (one: string): boolean => parts.some((part) => part === one);

interface Props {
  label: string;
  required: boolean;
  value: unknown;
  wrong: string | undefined;
  onChange: (people: string[] | undefined) => void;
}

/** People, by their part in the record and by name. */
export function PeoplePart({ label, required, value, wrong, onChange }: Props) {
  const { t } = useTranslation('flow');
  const id = useId();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const give = (next: string[]) => onChange(next.length === 0 ? undefined : next);
  return (
    <Part label={label} required={required} wrong={wrong}>
      {parts.map((part) => (
        <Checkbox
          key={part}
          checked={chosen.includes(part)}
          onChange={({ target }) =>
            give(target.checked ? [part, ...chosen] : chosen.filter((each) => each !== part))
          }
        >
          {t(`people.${part}`)}
        </Checkbox>
      ))}
      <label htmlFor={id} className="sr-only">
        {t('people.others')}
      </label>
      <div className={styles.wide}>
        <SeveralRecords
          id={id}
          target="user"
          ids={chosen.filter((each) => !isPart(each))}
          wrong={wrong !== undefined}
          placeholder={t('people.others')}
          onChange={(next) => give([...chosen.filter(isPart), ...next])}
        />
      </div>
    </Part>
  );
}
