import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { objectQuery, say, useObjects, type ObjectMeta } from '@/lib/meta';
import { useStages } from '@/records/path/ownPath';
import { pathOf } from '@/records/path/pathOf';
import { Refused } from '@/ui/Alert';
import { FormDrawer } from '@/ui/FormDrawer';
import { Select } from '@/ui/Select';
import { forFlows } from '../api';
import forms from '../forms/Forms.module.css';
import { Part } from '../forms/Part';
import { drawProcess, guidable } from './api';
import { freshProcess } from './model';

/** The fields of which it can be said how records move through them, the one that is their path first. */
function offered(meta: ObjectMeta) {
  const path = pathOf(meta)?.name;
  return guidable(meta).sort((one, other) => Number(other.name === path) - Number(one.name === path));
}

/** Asks of which field it is to be said how records move through it, and makes the process. */
export function NewProcess({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('process');
  const { t: flow } = useTranslation('flow');
  const id = useId();
  const go = useNavigate();
  const objects = useObjects().filter(forFlows);
  const [object, chooseObject] = useState<string>();
  const [chosen, choose] = useState<string>();
  const [named, name] = useState<string>();
  const [tried, setTried] = useState(false);
  const [busy, work] = useState(false);
  const [refused, refuse] = useState<unknown>();
  const { data: meta } = useQuery({ ...objectQuery(object ?? ''), enabled: object !== undefined });
  const fields = meta ? offered(meta) : [];
  const field = fields.find((each) => each.name === chosen) ?? fields[0];
  const stages = useStages(meta, field);
  const proposed = meta && field ? t('proposed', { object: say(meta.label), field: say(field.label) }) : '';
  const create = async () => {
    setTried(true);
    if (!meta || !field) {
      return;
    }
    work(true);
    refuse(undefined);
    try {
      const made = await drawProcess(meta.name, field.name, {
        name: (named ?? proposed).trim() || proposed,
        definition: freshProcess(field, stages.fails),
      });
      await go(`/settings/processes/${made.id}`);
    } catch (error) {
      refuse(error);
      work(false);
    }
  };
  return (
    <FormDrawer
      title={t('create_title')}
      save={t('create')}
      first={id}
      busy={busy}
      onSave={() => void create()}
      onClose={onClose}
    >
      <Part
        id={id}
        label={flow('object')}
        required
        wrong={tried && object === undefined ? flow('object_missing') : undefined}
      >
        <Select<string>
          id={id}
          className={forms.wide ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={flow('choose_object')}
          value={object ?? null}
          options={objects.map(({ name: code, label }) => ({ value: code, label: say(label) }))}
          onChange={(next: string) => {
            chooseObject(next);
            choose(undefined);
          }}
        />
      </Part>
      {meta && (
        <>
          <Part
            id={`${id}field`}
            label={t('field')}
            required
            help={t('field_hint')}
            wrong={fields.length === 0 ? t('no_fields') : undefined}
          >
            <Select<string>
              id={`${id}field`}
              className={forms.wide ?? ''}
              showSearch={{ optionFilterProp: 'label' }}
              disabled={fields.length === 0}
              value={field?.name ?? null}
              options={fields.map((each) => ({ value: each.name, label: say(each.label) }))}
              onChange={choose}
            />
          </Part>
          <Part id={`${id}name`} label={t('name')} required>
            <Input
              id={`${id}name`}
              maxLength={100}
              value={named ?? proposed}
              onChange={({ target }) => name(target.value)}
            />
          </Part>
        </>
      )}
      <Refused error={refused} />
    </FormDrawer>
  );
}
