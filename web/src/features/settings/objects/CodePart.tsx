import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Part } from '../Part';
import styles from './CodePart.module.css';

interface Props {
  id: string;
  /** Undefined while Hemai is to make it of the name. */
  value: string | undefined;
  wrong: string | undefined;
  onChange: (code: string) => void;
}

/** How programs call what a company adds; its own names begin apart from those of Hemai. */
export function CodePart({ id, value, wrong, onChange }: Props) {
  const { t } = useTranslation('settings');
  return (
    <Part id={id} label={t('code')} help={t('code_help')} wrong={wrong}>
      <Input
        id={id}
        prefix={<span className={styles.prefix}>c_</span>}
        value={value ?? ''}
        placeholder={t('code_made')}
        maxLength={46}
        onChange={(event) => onChange(event.target.value)}
      />
    </Part>
  );
}
