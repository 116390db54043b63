import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from '../fields.module.css';
import { typed } from '../typed';
import { asText, isEmpty, type Edited } from '../values';

/** Numbers stay text on their way, so that no digit is lost. */
export default function Edit({ field, value, onChange, id, autoFocus, wrong }: Edited) {
  const { t } = useTranslation();
  return (
    <InputNumber<string>
      stringMode
      controls={false}
      parser={typed}
      className={styles.wide ?? ''}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      {...(field.type === 'percent' && { suffix: t('percent_sign') })}
      autoFocus={autoFocus === true}
      value={isEmpty(value) ? null : asText(value)}
      onChange={onChange}
    />
  );
}
