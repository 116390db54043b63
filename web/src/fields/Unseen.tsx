import { useTranslation } from 'react-i18next';

/** Stands for a linked record that the person may not see. */
export function Unseen() {
  const { t } = useTranslation();
  return <span className="muted">{t('hidden_record')}</span>;
}
