import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from '../fields.module.css';
import Region from '../region/Edit';
import { isEmpty, type Edited } from '../values';

interface Address {
  region?: string | null;
  street?: string | null;
  postcode?: string | null;
}

/** The place, and where in it. */
export default function Edit({ field, value, onChange, id, autoFocus, wrong }: Edited) {
  const { t } = useTranslation();
  const address = (typeof value === 'object' ? value : null) as Address | null;
  const change = (part: Partial<Address>) => {
    const all = { ...address, ...part };
    onChange(Object.values(all).every(isEmpty) ? null : all);
  };
  return (
    <div className={styles.stack}>
      <Region
        field={field}
        value={address?.region}
        onChange={(region) => change({ region: region as string | null })}
        autoFocus={autoFocus === true}
        {...(id && { id })}
        {...(wrong && { wrong })}
      />
      <Input
        aria-label={t('street')}
        placeholder={t('street')}
        value={address?.street ?? ''}
        onChange={(event) => change({ street: event.target.value })}
      />
    </div>
  );
}
