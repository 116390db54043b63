import { useTranslation } from 'react-i18next';
import type { Shown } from '../values';

export default function Show({ value }: Shown) {
  const { t } = useTranslation();
  return <>{t(value === true ? 'yes' : 'no')}</>;
}
