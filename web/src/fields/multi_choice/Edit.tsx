import { say } from '@/lib/meta';
import { Select } from '@/ui/Select';
import styles from '../fields.module.css';
import { asList, type Edited } from '../values';

export default function Edit({ field, value, onChange, id, autoFocus, wrong, placeholder }: Edited) {
  const taken = asList(value);
  const options = (field.choices ?? [])
    .filter((choice) => choice.active !== false || taken.includes(choice.code))
    .map((choice) => ({
      value: choice.code,
      label: say(choice.label) || choice.code,
    }));
  const free = field.type === 'tags' || field.open === true;
  return (
    <Select<string[]>
      mode={free ? 'tags' : 'multiple'}
      defaultActiveFirstOption={!free} // or Tab takes on its way what nobody chose
      className={styles.wide ?? ''}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      {...(placeholder !== undefined && { placeholder, notFoundContent: placeholder })}
      autoFocus={autoFocus === true}
      value={taken}
      options={options}
      onChange={onChange}
    />
  );
}
