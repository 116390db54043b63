import { Layers2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '@/lib/meta';
import { Floating } from '@/ui/Floating';
import { FieldPicker } from '../FieldPicker';
import { useReach } from '../reach';
import type { Condition, How } from './chips';
import { ConditionEditor } from './ConditionEditor';
import { begin, opsOf } from './operators';

interface Props {
  meta: ObjectMeta;
  anchor: HTMLElement;
  /** None yet for a new one. */
  condition: Condition | undefined;
  onChange: (condition: Condition) => void;
  /** What a group that begins here would be, if one may. */
  group: How | undefined;
  /** Makes it the first of a group. */
  onGroup: () => void;
  onClose: () => void;
}

/** First the field, then what is said of it. */
export default function FilterPopover({ meta, anchor, condition, group, onChange, onGroup, onClose }: Props) {
  const { t } = useTranslation('filter');
  const reached = useReach(meta, condition ? [condition.field] : [])(condition?.field ?? '');
  return (
    <Floating anchor={anchor} label={t('add')} onClose={onClose} width={296}>
      {condition && typeof reached === 'object' ? (
        <ConditionEditor
          key={condition.field}
          reached={reached}
          condition={condition}
          onChange={onChange}
          onDone={onClose}
        />
      ) : (
        <FieldPicker
          meta={meta}
          fits={(field) => opsOf(field).length > 0 && field.type !== 'id'}
          placeholder={t('search_fields')}
          onPick={({ path, field }) => onChange(begin(field, path))}
          {...(group && {
            extra: {
              label: t(group === 'all' ? 'all_group' : 'any_group'),
              icon: <Layers2 size={16} strokeWidth={1.5} aria-hidden />,
              act: onGroup,
            },
          })}
        />
      )}
    </Floating>
  );
}
