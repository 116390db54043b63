import { Button } from 'antd';
import { GripVertical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { everyFieldOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import { inOrder } from '@/records/list/columns';
import { FieldIcon } from '@/records/list/fieldIcon';
import { toast } from '@/ui/toast';
import { FormDrawer } from '../FormDrawer';
import { useSaving } from '../useSaving';
import list from '../settings.module.css';
import { changeObject } from './api';
import styles from './ChoicesEdit.module.css';
import { useReorder } from './useReorder';

/** Of no use in a form, or the same on every page. */
const apart = new Set(['id', 'version']);

/** Puts the fields of an object in order: for forms, pages and wherever a field is chosen. */
export function OrderDrawer({ meta, onClose }: { meta: ObjectMeta; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const [fields, setFields] = useState<Field[]>(() =>
    inOrder(everyFieldOf(meta), meta).filter((f) => !apart.has(f.name)),
  );
  const saving = useSaving();
  const { row, grip } = useReorder(fields, (field) => field.name, setFields);
  const save = (order: string[] | null) =>
    saving.save(async () => {
      await changeObject(meta.name, { order });
      toast.done(t(order ? 'order.saved' : 'order.reset_done'));
      onClose();
    });
  return (
    <FormDrawer
      title={t('order.title')}
      save={t('order.save')}
      saving={saving}
      onSave={() => save(fields.map((field) => field.name))}
      onClose={onClose}
    >
      <p className={list.hint}>{t('order.lead')}</p>
      <ul aria-label={t('order.title')} className={styles.rows}>
        {fields.map((field, i) => {
          const label = say(field.label);
          return (
            <li key={field.name} className={styles.row} {...row(i)}>
              <button
                type="button"
                className={styles.grip}
                title={t('choice.move')}
                aria-label={t('order.move', { field: label, place: i + 1, all: fields.length })}
                {...grip(i)}
              >
                <GripVertical size={14} aria-hidden />
              </button>
              <FieldIcon type={field.type} />
              <span>{label}</span>
              {field.hidden && <span className={list.small}>{t('field.hidden')}</span>}
            </li>
          );
        })}
      </ul>
      {meta.arranged && (
        <div>
          <Button disabled={saving.busy} onClick={() => save(null)}>
            {t('order.reset')}
          </Button>
        </div>
      )}
    </FormDrawer>
  );
}
