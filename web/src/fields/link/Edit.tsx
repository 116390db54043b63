import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { use, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices } from '@/lib/choices';
import { say, useObjects } from '@/lib/meta';
import { useSettled } from '@/lib/useSettled';
import { Select } from '@/ui/Select';
import { CreatingContext } from '../creating';
import styles from '../fields.module.css';
import { asLink, isEmpty, onceClosed, type Edited } from '../values';

/** No record has it as its id. */
const NEW = 'new';

interface Option {
  value: string;
  label: string;
}

/** Finds the record by a piece of its name, and makes the one that is not there. */
export default function Edit({ field, value, onChange, id, autoFocus, wrong, ...more }: Edited) {
  const { t } = useTranslation();
  const [typed, type] = useState('');
  const text = useSettled(typed.trim(), 150);
  const target = field.target ?? field.type;
  const { data = [], isFetching } = useQuery({
    queryKey: ['records', target, 'choices', text],
    queryFn: ({ signal }) => choices(target, text, signal),
    placeholderData: (before) => before,
  });
  const creating = use(CreatingContext);
  /** Who went to make one has not chosen yet. */
  const making = useRef(false);
  const object = useObjects().find(({ name }) => name === target);
  const adds: Option[] =
    object && creating?.may(target)
      ? [
          {
            value: NEW,
            label: t(text === '' ? 'create' : 'create_named', { object: say(object.label), text }),
          },
        ]
      : [];
  const link = isEmpty(value) ? undefined : asLink(value);
  const chosen = link && 'id' in link ? { value: link.id, label: link.label ?? '' } : null;
  const pick = (picked: Option | undefined) => {
    if (picked?.value === NEW) {
      making.current = true;
      creating?.want({ object: target, name: text, onMade: onChange });
    } else {
      onChange(
        picked ? { id: picked.value, label: data.find((d) => d.id === picked.value)?.label ?? '' } : null,
      );
    }
  };
  return (
    <Select<Option>
      labelInValue
      allowClear={!field.required}
      showSearch={{ filterOption: false, onSearch: type }}
      className={styles.wide ?? ''}
      defaultOpen={more.opened === true}
      onOpenChange={(open) => {
        if (!open) {
          onceClosed(() => making.current || more.onClosed?.());
        }
      }}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      autoFocus={autoFocus === true}
      value={chosen}
      loading={isFetching}
      notFoundContent={isFetching ? null : t('nothing_found')}
      options={[...data.map((each) => ({ value: each.id, label: each.label })), ...adds]}
      optionRender={(option) =>
        option.value === NEW ? (
          <span className={styles.fresh}>
            <Plus size={14} strokeWidth={1.5} aria-hidden />
            {option.label}
          </span>
        ) : (
          option.label
        )
      }
      onChange={pick}
    />
  );
}
