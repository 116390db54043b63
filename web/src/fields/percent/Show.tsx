import { useTranslation } from 'react-i18next';
import { decimal } from '@/lib/format';
import { asText, type Shown } from '../values';

export default function Show({ value }: Shown) {
  const { t } = useTranslation();
  return <>{decimal(asText(value)) + t('percent_sign')}</>;
}
