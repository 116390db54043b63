import { Ellipsis, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api';
import { say, useObjects, type Field, type ObjectMeta } from '@/lib/meta';
import { FieldIcon } from '@/records/list/fieldIcon';
import { Menu, type MenuItem } from '@/ui/Menu';
import { Tag } from '@/ui/Tag';
import { Turning } from '@/ui/Turning';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import styles from '../settings.module.css';
import { changeField, deleteField, restoreField } from './api';
import own from './FieldRow.module.css';

interface Props {
  meta: ObjectMeta;
  field: Field;
  onEdit: () => void;
}

const shown = ['required', 'unique', 'searchable', 'read_only'] as const;

/** A field: how it is called, what it holds, what is asked of it; the row opens it. */
export function FieldRow({ meta, field, onEdit }: Props) {
  const { t } = useTranslation('settings');
  const objects = useObjects();
  const label = say(field.label);
  const target = field.type === 'link' ? objects.find(({ name }) => name === field.target) : undefined;
  const kind = t(`type.${field.type}.name`, field.type);
  const hide = async (hidden: boolean) => {
    try {
      await changeField(meta.name, field.name, { hidden });
      toast.done(t(hidden ? 'field.hid' : 'field.shown', { field: label }), {
        undo: () => void changeField(meta.name, field.name, { hidden: !hidden }).catch(tell),
      });
    } catch (refused) {
      tell(refused);
    }
  };
  const remove = async () => {
    try {
      await deleteField(meta.name, field.name);
      toast.done(t('field.deleted', { field: label }), {
        undo: () => void restoreField(meta.name, field.name).catch(tell),
      });
    } catch (refused) {
      tell(refused);
    }
  };
  const hideable = field.hidden === true || !(field.required && field.default === undefined);
  const items: MenuItem[] = [
    { key: 'edit', label: t('edit'), run: onEdit },
    ...(hideable
      ? [
          {
            key: 'hide',
            label: t(field.hidden ? 'field.show' : 'field.hide'),
            run: () => void hide(!field.hidden),
          },
        ]
      : []),
    ...(field.custom
      ? [{ key: 'delete', label: t('field.delete'), danger: true, apart: true, run: () => void remove() }]
      : []),
  ];
  return (
    <li className={styles.row} data-quiet={field.hidden === true}>
      <span className={own.icon}>
        <FieldIcon type={field.type} />
      </span>
      <span className={styles.what}>
        <button type="button" className={styles.name} onClick={onEdit}>
          {label}
        </button>
        <span className={styles.code}>
          <span className={styles.brief}>{kind} · </span>
          {field.name}
        </span>
      </span>
      <span className={styles.tags}>
        {field.hidden && (
          <Tag seed="hidden" colour="amber">
            {t('field.hidden')}
          </Tag>
        )}
        {shown
          .filter((trait) => field[trait] === true)
          .map((trait) => (
            <Tag key={trait} seed={trait} colour="grey">
              {t(`tag.${trait}`)}
            </Tag>
          ))}
      </span>
      <span className={styles.cell}>
        {kind}
        {target && ` → ${say(target.label)}`}
      </span>
      <span className={styles.acts}>
        <Menu label={t('more_of', { name: label })} items={items}>
          <Ellipsis size={16} aria-hidden />
        </Menu>
      </span>
    </li>
  );
}

/** A field that is still being made, or could not be. */
export function PendingRow({ object, field }: { object: string; field: Schemas['FieldState'] }) {
  const { t } = useTranslation('settings');
  const failed = field.state === 'failed';
  const label = say(field.label);
  return (
    <li className={styles.row}>
      <span className={own.icon} data-state={field.state}>
        {failed ? <TriangleAlert size={16} aria-hidden /> : <Turning size={16} />}
      </span>
      <span className={styles.what}>
        <span className={styles.plain}>{label}</span>
        <span className={styles.code} role="status">
          {failed ? (field.failure ?? t('field.failed')) : t('field.building')}
        </span>
      </span>
      {failed && (
        <span className={styles.acts}>
          <Menu
            label={t('more_of', { name: label })}
            items={[
              {
                key: 'delete',
                label: t('field.delete'),
                danger: true,
                run: () => void deleteField(object, field.name).catch(tell),
              },
            ]}
          >
            <Ellipsis size={16} aria-hidden />
          </Menu>
        </span>
      )}
    </li>
  );
}
