import { useState } from 'react';
import { say } from '@/lib/meta';
import { Select } from '@/ui/Select';
import { Fresh } from '../choice/Fresh';
import styles from '../fields.module.css';
import { asList, type Edited } from '../values';

/** Some of what is listed; where that may be, also what is typed and not on it. */
export default function Edit({ field, value, onChange, id, autoFocus, wrong, placeholder }: Edited) {
  const [typed, type] = useState('');
  const text = typed.trim();
  const word = text.toLowerCase();
  const taken = asList(value);
  const every = (field.choices ?? []).map((choice) => ({
    value: choice.code,
    label: say(choice.label) || choice.code,
    offered: choice.active !== false || taken.includes(choice.code),
  }));
  const same = (each: string) => each.toLowerCase() === word;
  const known = [...every.flatMap((each) => [each.value, each.label]), ...taken];
  const free = field.type === 'tags' || field.open === true;
  const adds = free && text !== '' && !known.some(same);
  const listed = every
    .filter(({ offered }) => offered)
    .map(({ value, label }) => ({ value, label }))
    .sort((a, b) => Number(same(b.label)) - Number(same(a.label)));
  const put = (to: string[]) => {
    type('');
    onChange(to);
  };
  const left = () =>
    adds && !listed.some(({ label }) => label.toLowerCase().includes(word))
      ? put([...taken, text])
      : type('');
  return (
    <Select<string[]>
      mode="multiple"
      defaultActiveFirstOption={typed !== ''} // Tab takes nothing that nobody chose
      className={styles.wide ?? ''}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      {...(placeholder !== undefined && { placeholder, notFoundContent: placeholder })}
      {...(free && { notFoundContent: null })} // there is no list to open until something is typed
      autoFocus={autoFocus === true}
      value={taken}
      options={adds ? [...listed, { value: text, label: text }] : listed}
      optionRender={({ value, label }) => (adds && value === text ? <Fresh text={text} /> : label)}
      showSearch={{ optionFilterProp: 'label', searchValue: typed, onSearch: type }}
      onBlur={left}
      onChange={put}
    />
  );
}
