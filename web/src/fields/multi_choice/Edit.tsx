import { useState } from 'react';
import { say } from '@/lib/meta';
import { Select } from '@/ui/Select';
import styles from '../fields.module.css';
import { asList, type Edited } from '../values';

export default function Edit({ field, value, onChange, id, autoFocus, wrong, placeholder }: Edited) {
  const [typed, type] = useState('');
  const taken = asList(value);
  const options = (field.choices ?? [])
    .filter((choice) => choice.active !== false || taken.includes(choice.code))
    .map((choice) => ({
      value: choice.code,
      label: say(choice.label) || choice.code,
    }))
    .sort((a, b) => Number(b.label === typed.trim()) - Number(a.label === typed.trim()));
  const free = field.type === 'tags' || field.open === true;
  return (
    <Select<string[]>
      mode={free ? 'tags' : 'multiple'}
      defaultActiveFirstOption={!free || typed !== ''} // Enter takes what is typed, Tab nothing that nobody chose
      className={styles.wide ?? ''}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      {...(placeholder !== undefined && { placeholder, notFoundContent: placeholder })}
      autoFocus={autoFocus === true}
      value={taken}
      options={options}
      showSearch={{ searchValue: typed, onSearch: type }}
      onBlur={() => type('')}
      onChange={(to) => {
        type('');
        onChange(to);
      }}
    />
  );
}
