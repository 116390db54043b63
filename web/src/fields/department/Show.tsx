import { useTranslation } from 'react-i18next';
import { asLink, type Shown } from '../values';

export default function Show({ value }: Shown) {
  const { t } = useTranslation();
  const link = asLink(value);
  return 'hidden' in link ? <span className="muted">{t('hidden_record')}</span> : <>{link.label}</>;
}
