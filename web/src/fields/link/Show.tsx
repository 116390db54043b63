import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '../fields.module.css';
import { asLink, type Shown } from '../values';

export default function Show({ field, value }: Shown) {
  const { t } = useTranslation();
  const link = asLink(value);
  if ('hidden' in link) {
    return <span className="muted">{t('hidden_record')}</span>;
  }
  return (
    <Link to={`/${field.target}/${link.id}`} dir="auto" className={styles.link}>
      {link.label ?? ''}
    </Link>
  );
}
