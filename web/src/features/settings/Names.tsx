import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Label } from '@/lib/meta';
import { Part } from './Part';
import styles from './settings.module.css';

interface Props {
  id: string;
  /** What is named, such as `field.label`. */
  zh: string;
  en: string;
  value: Label;
  wrong?: string | undefined;
  long?: boolean;
  /** Whether one of the two must be said. */
  needed?: boolean;
  placeholder?: { zh: string; en: string };
  onChange: (value: Label) => void;
}

/** A name in Chinese and English; one of them is enough. */
export function Names({
  id,
  zh,
  en,
  value,
  wrong,
  long = false,
  needed = false,
  placeholder,
  onChange,
}: Props) {
  const { t } = useTranslation('settings');
  const input = (code: 'zh-CN' | 'en', sample: string | undefined) => {
    const shared = {
      id: `${id}-${code}`,
      value: value[code] ?? '',
      placeholder: sample ?? '',
      ...(wrong && { status: 'error' as const }),
    };
    const change = (text: string) => onChange({ ...value, [code]: text });
    return long ? (
      <Input.TextArea
        {...shared}
        autoSize={{ minRows: 1, maxRows: 4 }}
        onChange={(e) => change(e.target.value)}
      />
    ) : (
      <Input {...shared} maxLength={100} onChange={(e) => change(e.target.value)} />
    );
  };
  return (
    <div className={styles.pair}>
      <Part id={`${id}-zh-CN`} label={zh} wrong={wrong} help={needed ? t('names_help') : undefined}>
        {input('zh-CN', placeholder?.zh)}
      </Part>
      <Part id={`${id}-en`} label={en}>
        {input('en', placeholder?.en)}
      </Part>
    </div>
  );
}

/** A label without what was left empty. */
export function filled(label: Label): Label {
  const said = Object.entries(label)
    .map(([code, text]) => [code, text.trim()] as const)
    .filter(([, text]) => text !== '');
  return Object.fromEntries(said);
}
