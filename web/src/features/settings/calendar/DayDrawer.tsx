import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Edit } from '@/fields/Edit';
import type { Values } from '@/lib/changes';
import { fieldOf, type ObjectMeta } from '@/lib/meta';
import { recordsKey } from '@/lib/records';
import { toast } from '@/ui/toast';
import { FormDrawer } from '../FormDrawer';
import { Part } from '../Part';
import { EntryParts, sent } from '../people/EntryParts';
import settings from '../settings.module.css';
import { useSaving } from '../useSaving';
import { DAY, saveDays } from './api';
import type { Run } from './week';

interface Props {
  meta: ObjectMeta;
  run?: Run;
  onClose: () => void;
}

const asDay = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Adds days that are not as their weekday, or changes those that belong together. */
export function DayDrawer({ meta, run, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const id = useId();
  const [first] = run?.days ?? [];
  const [values, setValues] = useState<Values>(first ? {} : { kind: 'off' });
  const [from, setFrom] = useState<unknown>(run?.from ?? null);
  const [to, setTo] = useState<unknown>(run && run.to !== run.from ? run.to : null);
  const [lacks, setLacks] = useState<'from' | 'to'>();
  const kind = values.kind ?? first?.kind;
  const names = ['name', 'kind', ...(kind === 'working' ? ['hours'] : []), 'calendar'];
  const saving = useSaving([...names, 'day']);
  const send = async () => {
    const all = sent({ ...(first && { name: first.name }), kind, ...values }, false);
    await saveDays(run, asDay(from), asDay(to) || asDay(from), {
      ...all,
      ...(kind === 'off' && { hours: null }),
    });
    await queries.invalidateQueries({ queryKey: recordsKey(DAY) });
    toast.done(t('saved'));
    onClose();
  };
  const save = () => {
    const last = asDay(to) || asDay(from);
    const lack = asDay(from) === '' ? 'from' : last < asDay(from) ? 'to' : undefined;
    setLacks(lack);
    if (lack === undefined) {
      saving.save(send);
    }
  };
  const day = fieldOf(meta, 'day');
  return (
    <FormDrawer
      title={run ? String(first?.name) : t('calendar.add_day')}
      save={run ? common('save') : t('calendar.add_day')}
      saving={saving}
      first={`${id}-name`}
      onSave={save}
      onClose={onClose}
    >
      <EntryParts
        {...{ id, meta, values }}
        names={['name']}
        entry={first}
        wrong={saving.wrong}
        onChange={setValues}
      />
      {day && (
        <div className={settings.pair}>
          <Part
            id={`${id}-from`}
            label={t('calendar.from')}
            required
            wrong={lacks === 'from' ? t('calendar.no_day') : saving.wrong.get('day')}
          >
            <Edit id={`${id}-from`} field={day} value={from} wrong={lacks === 'from'} onChange={setFrom} />
          </Part>
          <Part
            id={`${id}-to`}
            label={t('calendar.to')}
            help={t('calendar.to_help')}
            wrong={lacks === 'to' ? t('calendar.to_before') : undefined}
          >
            <Edit id={`${id}-to`} field={day} value={to} wrong={lacks === 'to'} onChange={setTo} />
          </Part>
        </div>
      )}
      <EntryParts
        {...{ id, meta, values }}
        names={names.slice(1)}
        entry={first}
        wrong={saving.wrong}
        onChange={setValues}
      />
    </FormDrawer>
  );
}
