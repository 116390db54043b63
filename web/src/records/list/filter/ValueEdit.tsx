import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Edit } from '@/fields/Edit';
import { isUnread, written } from '@/fields/values';
import { say, type Field } from '@/lib/meta';
import { PickList } from '@/ui/PickList';
import type { Condition } from './chips';
import { OptionList } from './OptionList';
import { countedPeriods, kindOf, listOf, periods, valuesOf } from './operators';
import { usePeriodWord } from './Words';
import styles from './Filter.module.css';

interface Props {
  field: Field;
  condition: Condition;
  onValue: (value: unknown) => void;
  /** Called when there is nothing more to choose. */
  onDone: () => void;
}

/** A field whose values are written in one line. */
const inLine = (field: Field): Field =>
  field.type === 'long_text' || field.type === 'rich_text' || field.type === 'address'
    ? { ...field, type: 'text' }
    : field.type === 'rating'
      ? { ...field, type: 'integer' }
      : { ...field, required: false };

/** Chooses the values of a condition by what its operator takes. */
export function ValueEdit({ field, condition, onValue, onDone }: Props) {
  const { t } = useTranslation('filter');
  const id = useId();
  /** What was typed and is no value, by its place; the condition goes without. */
  const [unread, setUnread] = useState<Record<number, unknown>>({});
  const { op, value } = condition;
  const takes = valuesOf(op);
  const kind = kindOf(field.type);
  if (takes === 'none') {
    return null;
  }
  if (takes === 'period') {
    return (
      <Periods
        value={value}
        onPick={(period) => {
          onValue(period);
          onDone();
        }}
      />
    );
  }
  if (takes === 'many' && (kind === 'option' || (kind === 'set' && field.choices))) {
    return <OptionList field={field} values={listOf(value).map(String)} onChange={onValue} />;
  }
  if (takes === 'many' && (kind === 'set' || kind === 'text')) {
    return (
      <div className={styles.values}>
        <label htmlFor={id} className="sr-only">
          {say(field.label)}
        </label>
        <Edit id={id} autoFocus field={{ ...field, type: 'tags' }} value={listOf(value)} onChange={onValue} />
      </div>
    );
  }
  if (kind === 'boolean') {
    return <YesNo value={value} onPick={(chosen) => (onValue(chosen), onDone())} />;
  }
  const shown = inLine(field);
  const change = (i: number, to: unknown) => {
    const next = [...listOf(value)];
    const wrong = isUnread(shown.type, to);
    setUnread({ ...unread, [i]: wrong ? to : undefined });
    next[i] = wrong ? null : written(to);
    onValue(takes === 'one' ? next[0] : next);
  };
  const all =
    takes === 'many'
      ? listOf(value).length > 0
        ? listOf(value)
        : [null]
      : [0, 1].slice(0, takes === 'two' ? 2 : 1).map((i) => listOf(value)[i] ?? null);
  return (
    <form
      className={styles.values}
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      {all.map((each, i) => (
        <div key={`${op} ${i}`} className={styles.value}>
          <label htmlFor={`${id}${i}`} className={takes === 'two' ? styles.end : 'sr-only'}>
            {takes === 'two' ? t(i === 0 ? 'from' : 'to') : say(field.label)}
          </label>
          <Edit
            id={`${id}${i}`}
            autoFocus={i === 0}
            field={shown}
            value={unread[i] ?? each}
            onChange={(to) => change(i, to)}
          />
          {takes === 'many' && all.length > 1 && (
            <button
              type="button"
              className={styles.icon}
              aria-label={t('remove_value')}
              onClick={() => {
                setUnread({});
                onValue(all.filter((_, other) => other !== i));
              }}
            >
              <X size={14} aria-hidden />
            </button>
          )}
        </div>
      ))}
      {takes === 'many' && (
        <button type="button" className={styles.quiet} onClick={() => onValue([...all, null])}>
          <Plus size={14} aria-hidden />
          {t('another')}
        </button>
      )}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden />
    </form>
  );
}

function Periods({ value, onPick }: { value: unknown; onPick: (period: string) => void }) {
  const { t } = useTranslation('filter');
  const { t: common } = useTranslation();
  const word = usePeriodWord();
  const [text, type] = useState('');
  const offered = [
    ...new Set([...periods, ...countedPeriods, ...(typeof value === 'string' ? [value] : [])]),
  ];
  const items = offered
    .map((period) => ({ key: period, label: word(period), current: period === value }))
    .filter((item) => item.label.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <PickList
      autoFocus
      items={items}
      text={text}
      onText={type}
      placeholder={t('search_values')}
      empty={common('nothing_found')}
      onPick={(item) => onPick(item.key)}
    />
  );
}

function YesNo({ value, onPick }: { value: unknown; onPick: (value: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.values}>
      <div className={styles.pair} role="group">
        {[true, false].map((each) => (
          <button
            key={String(each)}
            type="button"
            aria-pressed={value === each}
            className={styles.option}
            onClick={() => onPick(each)}
          >
            {t(each ? 'yes' : 'no')}
          </button>
        ))}
      </div>
    </div>
  );
}
