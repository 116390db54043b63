import { useTranslation } from 'react-i18next';
import { Face } from '@/ui/Face';
import styles from '../fields.module.css';
import { asLink, type Shown } from '../values';

export default function Show({ value }: Shown) {
  const { t } = useTranslation();
  const link = asLink(value);
  if ('hidden' in link) {
    return <span className="muted">{t('hidden_record')}</span>;
  }
  const name = link.label ?? '';
  return (
    <span className={styles.person}>
      <Face name={name} />
      <bdi>{name}</bdi>
    </span>
  );
}
