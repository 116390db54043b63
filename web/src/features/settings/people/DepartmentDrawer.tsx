import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { create, patch, type Values } from '@/lib/changes';
import type { ObjectMeta } from '@/lib/meta';
import { recordsKey, type Entry } from '@/lib/records';
import { toast } from '@/ui/toast';
import { FormDrawer } from '../FormDrawer';
import { useSaving } from '../useSaving';
import { EntryParts, sent } from './EntryParts';

interface Props {
  meta: ObjectMeta;
  department?: Entry;
  /** What is known of a new one, such as where it belongs. */
  preset?: Values;
  onClose: () => void;
}

const names = ['name', 'parent', 'manager', 'calendar'];

/** Adds a department, or changes its name, place, head and hours. */
export function DepartmentDrawer({ meta, department, preset = {}, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const id = useId();
  const [values, setValues] = useState<Values>(preset);
  const saving = useSaving(names);
  const send = async () => {
    await (department
      ? patch('department', department, sent(values, false))
      : create('department', sent(values, true)));
    await queries.invalidateQueries({ queryKey: recordsKey('department') });
    toast.done(t('saved'));
    onClose();
  };
  return (
    <FormDrawer
      title={department ? String(department.name) : t('department.add')}
      save={department ? common('save') : t('department.add')}
      saving={saving}
      first={`${id}-name`}
      onSave={() => saving.save(send)}
      onClose={onClose}
    >
      <EntryParts
        {...{ id, meta, names, values }}
        entry={department}
        wrong={saving.wrong}
        onChange={setValues}
      />
    </FormDrawer>
  );
}
