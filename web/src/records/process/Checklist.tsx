import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment, relative } from '@/lib/format';
import { tell } from '@/ui/tell';
import { check, type Check, type Standing } from './api';
import styles from './Process.module.css';

interface Props {
  object: string;
  record: string;
  standing: Standing;
  checks: Check[];
  /** Whether the person may tick them. */
  may: boolean;
}

/** What is to be done before a record moves on; each tick is kept at once. */
export function Checklist({ object, record, standing, checks, may }: Props) {
  const { t } = useTranslation('process');
  const [sent, send] = useState<Record<string, boolean>>({});
  const turn = async (each: Check, done: boolean) => {
    send((before) => ({ ...before, [each.key]: done }));
    try {
      await check(object, record, standing, each, done);
    } catch (refused) {
      tell(refused);
    }
    send((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== each.key)));
  };
  return (
    <ul aria-label={t('checklist')} className={styles.checks}>
      {checks.map((each) => (
        <li key={each.key}>
          <Checkbox
            checked={sent[each.key] ?? each.done}
            disabled={!may || each.key in sent}
            onChange={({ target }) => void turn(each, target.checked)}
          >
            {each.text}
          </Checkbox>
          {each.done && each.by && each.at !== null && (
            <span className={styles.by} title={moment(each.at)}>
              {t('checked_by', { name: each.by.label, at: relative(each.at) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
