import { grouped } from '@/fields/phone/grouped';
import { Show } from '@/fields/Show';
import { isEmpty } from '@/fields/values';
import { say, type Field } from '@/lib/meta';
import { labelOf, textOf } from './values';
import styles from './Told.module.css';

/** Types whose values lead somewhere when they are shown. */
const leading = new Set([
  'link',
  'user',
  'department',
  'phone',
  'email',
  'url',
  'long_text',
  'rich_text',
  'file',
  'image',
]);

/** Words of a value, without links: the card is one. */
export function Words({ field, value }: { field: Field | undefined; value: unknown }) {
  if (!field || isEmpty(value)) {
    return null;
  }
  if (field.type === 'choice') {
    const choice = field.choices?.find((each) => each.code === value);
    return <>{say(choice?.label) || String(value)}</>;
  }
  const text = textOf(value) || labelOf(value);
  return <bdi>{field.type === 'phone' ? grouped(text) : text}</bdi>;
}

/** A value without links, or what is not there. */
export function Told({ field, value }: { field: Field; value: unknown }) {
  if (isEmpty(value)) {
    return <span className={styles.absent}>{say(field.label)}</span>;
  }
  return leading.has(field.type) ? (
    <Words field={field} value={value} />
  ) : (
    <Show field={field} value={value} />
  );
}
