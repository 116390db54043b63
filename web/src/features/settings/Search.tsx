import { Input } from 'antd';
import { Search as Glass } from 'lucide-react';

interface Props {
  label: string;
  value: string;
  onChange: (text: string) => void;
}

/** Leaves of a list what has the text in it. */
export function Search({ label, value, onChange }: Props) {
  return (
    <Input
      allowClear
      prefix={<Glass size={14} aria-hidden />}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
