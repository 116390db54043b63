import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { create, patch, type Values } from '@/lib/changes';
import { fieldOf, type ObjectMeta } from '@/lib/meta';
import { recordsKey, type Entry } from '@/lib/records';
import { toast } from '@/ui/toast';
import { FormDrawer } from '../FormDrawer';
import { EntryParts, sent } from '../people/EntryParts';
import { useSaving } from '../useSaving';
import { CALENDAR } from './api';
import { WEEK } from './week';

interface Props {
  meta: ObjectMeta;
  calendar?: Entry;
  onClose: () => void;
}

const names = ['name', ...WEEK];
const [MONDAY, ...OTHERS] = WEEK.slice(0, 5);

/** Adds a calendar, or changes the hours of its week. */
export function CalendarDrawer({ meta, calendar, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const id = useId();
  const [values, setValues] = useState<Values>(() =>
    calendar ? {} : Object.fromEntries(WEEK.map((day) => [day, fieldOf(meta, day)?.default ?? null])),
  );
  const saving = useSaving(names);
  const send = async () => {
    // a day off is told as such, or it would get the usual hours
    await (calendar ? patch(CALENDAR, calendar, sent(values, false)) : create(CALENDAR, sent(values, false)));
    await queries.invalidateQueries({ queryKey: recordsKey(CALENDAR) });
    toast.done(t('saved'));
    onClose();
  };
  const asMonday = () => {
    const monday = MONDAY && (values[MONDAY] ?? calendar?.[MONDAY] ?? null);
    setValues({ ...values, ...Object.fromEntries(OTHERS.map((day) => [day, monday])) });
  };
  return (
    <FormDrawer
      title={calendar ? String(calendar.name) : t('calendar.add')}
      save={calendar ? common('save') : t('calendar.add')}
      saving={saving}
      first={`${id}-name`}
      onSave={() => saving.save(send)}
      onClose={onClose}
    >
      <EntryParts
        {...{ id, meta, names, values }}
        entry={calendar}
        wrong={saving.wrong}
        onChange={setValues}
      />
      <div>
        <Button onClick={asMonday}>{t('calendar.as_monday')}</Button>
      </div>
    </FormDrawer>
  );
}
