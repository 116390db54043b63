import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import { FieldPicker } from '@/records/list/FieldPicker';
import { FieldIcon } from '@/records/list/fieldIcon';
import { moved } from '@/records/list/views/moved';
import { Floating } from '@/ui/Floating';
import { IconButton } from '@/ui/IconButton';
import { Ordered } from './Ordered';
import { keyOf, MOST_KEY, toggled, type Plan } from './plan';
import styles from './Layout.module.css';

interface Props {
  meta: ObjectMeta;
  plan: Plan;
  onChange: (plan: Plan) => void;
}

/** What fits in a line beside a name. */
const isShort = ({ type }: Field): boolean => !['id', 'json', 'long_text', 'rich_text'].includes(type);

/** The fields beside the name of a record. */
export function KeyFacts({ meta, plan, onChange }: Props) {
  const { t } = useTranslation('layout');
  const [anchor, open] = useState<HTMLElement | null>(null);
  const names = keyOf(meta, plan);
  const full = names.length >= MOST_KEY;
  const choose = (key: readonly string[] | undefined) => onChange({ ...plan, key });
  return (
    <Ordered
      title={t('key')}
      hint={t('key_hint')}
      lines={names.map((name) => {
        const field = fieldOf(meta, name);
        const label = say(field?.label) || name;
        return {
          name,
          label,
          icon: field && <FieldIcon type={field.type} />,
          act: (
            <IconButton label={t('key_out', { field: label })} onClick={() => choose(toggled(names, name))}>
              <X size={16} strokeWidth={1.5} aria-hidden />
            </IconButton>
          ),
        };
      })}
      onMove={(from, to) => choose(moved(names, from, to))}
    >
      <button
        type="button"
        className={styles.add}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => open(anchor ? null : event.currentTarget)}
      >
        <Plus size={16} strokeWidth={1.5} aria-hidden />
        {t('key_add')}
      </button>
      {plan.key && (
        <button type="button" className={styles.quiet} onClick={() => choose(undefined)}>
          {t('key_usual')}
        </button>
      )}
      {anchor && (
        <Floating anchor={anchor} label={t('key_add')} onClose={() => open(null)}>
          {full && <p className={styles.full}>{t('key_full', { n: MOST_KEY })}</p>}
          <FieldPicker
            meta={meta}
            hops={0}
            fits={(field) =>
              isShort(field) && field.name !== meta.name_field && (!full || names.includes(field.name))
            }
            placeholder={t('search')}
            checked={(name) => names.includes(name)}
            onPick={({ path }) => choose(toggled(names, path))}
          />
        </Floating>
      )}
    </Ordered>
  );
}
