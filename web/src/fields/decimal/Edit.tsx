import { useTranslation } from 'react-i18next';
import { NumberInput } from '../NumberInput';
import { asText, isEmpty, type Edited } from '../values';

/** Numbers stay text on their way, so that no digit is lost. */
export default function Edit({ field, value, onChange, id, autoFocus, wrong }: Edited) {
  const { t } = useTranslation();
  return (
    <NumberInput
      {...(id && { id })}
      {...(field.type === 'percent' && { suffix: t('percent_sign') })}
      autoFocus={autoFocus === true}
      wrong={wrong === true}
      value={isEmpty(value) ? '' : asText(value)}
      onChange={onChange}
    />
  );
}
