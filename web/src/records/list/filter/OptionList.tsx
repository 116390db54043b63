import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { choices, remember } from '@/lib/choices';
import { say, type Field } from '@/lib/meta';
import { useSettled } from '@/lib/useSettled';
import { Face } from '@/ui/Face';
import { PickList, type Pick } from '@/ui/PickList';
import { Tag } from '@/ui/Tag';
import { ValueWord } from './Words';

interface Props {
  field: Field;
  values: string[];
  onChange: (values: string[]) => void;
}

/** The options of a choice or the records of a link, of which several can be chosen. */
export function OptionList({ field, values, onChange }: Props) {
  const { t } = useTranslation('filter');
  const { t: common } = useTranslation();
  const [text, type] = useState('');
  const [first] = useState(values); // what was chosen stands on top and stays there
  const { options, waiting } = useOptions(field, text.trim(), first);
  const items: Pick[] = options.map((option) => ({ ...option, checked: values.includes(option.key) }));
  const fresh = field.open === true && text.trim() !== '' && !options.some((o) => o.label === text.trim());
  if (fresh) {
    items.push({
      key: text.trim(),
      label: t('add_value', { text: text.trim() }),
      icon: <Plus size={14} aria-hidden />,
      checked: values.includes(text.trim()),
    });
  }
  return (
    <PickList
      autoFocus
      items={items}
      text={text}
      onText={type}
      placeholder={t('search_values')}
      empty={waiting ? common('loading') : common('nothing_found')}
      onPick={({ key, label }) => {
        if (field.target !== undefined && !key.startsWith('$')) {
          remember(field.target, { id: key, label });
        }
        onChange(values.includes(key) ? values.filter((value) => value !== key) : [...values, key]);
      }}
    />
  );
}

interface Option {
  key: string;
  label: string;
  drawn?: ReactNode;
  icon?: ReactNode;
}

function useOptions(field: Field, text: string, first: string[]): { options: Option[]; waiting: boolean } {
  const { t } = useTranslation('filter');
  const settled = useSettled(text, 150);
  const target = field.target ?? '';
  const { data = [], isPending } = useQuery({
    queryKey: ['records', target, 'choices', settled],
    enabled: target !== '',
    queryFn: ({ signal }) => choices(target, settled, signal, true),
    placeholderData: (before) => before,
  });
  const like = (label: string) => label.toLowerCase().includes(text.toLowerCase());
  if (target === '') {
    const known = (field.choices ?? []).filter(
      (choice) => choice.active !== false || first.includes(choice.code),
    );
    const options = known.map(({ code, label, color }) => {
      const said = say(label) || code;
      return {
        key: code,
        label: said,
        drawn: (
          <Tag seed={code} colour={color}>
            {said}
          </Tag>
        ),
      };
    });
    const others = first
      .filter((value) => !known.some((choice) => choice.code === value))
      .map((value) => ({ key: value, label: value }));
    return { options: [...others, ...options].filter((option) => like(option.label)), waiting: false };
  }
  const words = [
    ...(target === 'user' ? [{ key: '$me', label: t('me') }] : []),
    ...(target === 'department' ? [{ key: '$my_department', label: t('my_department') }] : []),
  ].filter((word) => like(word.label));
  const chosen = (text === '' ? first : [])
    .filter((id) => !id.startsWith('$'))
    .map((id) => ({ key: id, label: id, drawn: <ValueWord field={field} value={id} /> }));
  const found = data
    .filter((each) => !chosen.some((one) => one.key === each.id))
    .map((each) => ({
      key: each.id,
      label: each.label,
      ...(target === 'user' && { icon: <Face name={each.label} /> }),
    }));
  return { options: [...words, ...chosen, ...found], waiting: isPending };
}
