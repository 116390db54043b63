import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '@/lib/meta';
import { rolesQuery } from '@/lib/views';
import { SeveralRecords } from '@/records/SeveralRecords';
import { Select } from '@/ui/Select';
import forms from '../forms/Forms.module.css';
import { Part } from '../forms/Part';
import type { Who } from './model';

interface Props {
  who: Who;
  wrong: string | undefined;
  onChange: (who: Who) => void;
}

/** Who may make the move; everybody who may change the record as long as nobody is named. */
export function WhoForm({ who, wrong, onChange }: Props) {
  const { t } = useTranslation('process');
  const { t: flow } = useTranslation('flow');
  const id = useId();
  const { data: roles = [] } = useQuery(rolesQuery);
  return (
    <Part label={t('who')} help={t('who_hint')} wrong={wrong}>
      {(['owner', 'manager'] as const).map((part) => (
        <Checkbox
          key={part}
          checked={who[part]}
          onChange={({ target }) => onChange({ ...who, [part]: target.checked })}
        >
          {flow(`people.${part}`)}
        </Checkbox>
      ))}
      <label htmlFor={`${id}roles`} className="sr-only">
        {t('who_roles')}
      </label>
      <Select<string[]>
        id={`${id}roles`}
        className={forms.wide ?? ''}
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('who_roles')}
        value={who.roles}
        options={roles.map(({ name, label }) => ({
          value: name,
          label: (typeof label === 'string' ? label : say(label)) || name,
        }))}
        onChange={(next) => onChange({ ...who, roles: next })}
      />
      <label htmlFor={`${id}people`} className="sr-only">
        {t('who_people')}
      </label>
      <div className={forms.wide}>
        <SeveralRecords
          id={`${id}people`}
          target="user"
          ids={who.people}
          wrong={wrong !== undefined}
          placeholder={t('who_people')}
          onChange={(people) => onChange({ ...who, people })}
        />
      </div>
    </Part>
  );
}
