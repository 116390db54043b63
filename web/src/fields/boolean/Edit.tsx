import { useTranslation } from 'react-i18next';
import { Select } from '@/ui/Select';
import styles from '../fields.module.css';
import { opening, type Edited } from '../values';

/** Yes, no, or not known yet. */
export default function Edit({ value, onChange, id, autoFocus, wrong, ...more }: Edited) {
  const { t } = useTranslation();
  return (
    <Select<string>
      allowClear
      className={styles.wide ?? ''}
      {...opening(more)}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      autoFocus={autoFocus === true}
      value={typeof value === 'boolean' ? String(value) : null}
      options={[
        { value: 'true', label: t('yes') },
        { value: 'false', label: t('no') },
      ]}
      onChange={(chosen: string | undefined) => onChange(chosen === undefined ? null : chosen === 'true')}
    />
  );
}
