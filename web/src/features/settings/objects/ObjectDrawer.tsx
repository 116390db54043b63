import { Input, Switch } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Label, type ObjectBrief } from '@/lib/meta';
import { toast } from '@/ui/toast';
import { FormDrawer } from '../FormDrawer';
import { filled, Names } from '../Names';
import { Part } from '../Part';
import { useSaving } from '../useSaving';
import { addObject, changeObject } from './api';
import { CodePart } from './CodePart';
import { Colours, Icons } from './Looks';
import styles from './ObjectDrawer.module.css';

/** Makes an object, or changes how one is called and looks. */
export function ObjectDrawer({ object, onClose }: { object?: ObjectBrief; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const id = useId();
  const navigate = useNavigate();
  const [label, setLabel] = useState<Label>(object?.label ?? {});
  const [plural, setPlural] = useState<Label>(object?.plural ?? {});
  const [icon, setIcon] = useState(object?.icon ?? (object ? undefined : 'box'));
  const [color, setColor] = useState(object?.color ?? (object ? undefined : 'blue'));
  const [typed, setTyped] = useState<string>();
  const [owned, setOwned] = useState(true);
  const saving = useSaving(['label', 'plural', 'name']);
  const { wrong } = saving;

  const send = async () => {
    const many = filled(plural);
    const looks = {
      label: filled(label),
      ...(Object.keys(many).length > 0 && { plural: many }),
      ...(icon !== undefined && { icon }),
      ...(color !== undefined && { color }),
    };
    if (object) {
      await changeObject(object.name, looks);
      toast.done(t('saved'));
      onClose();
    } else {
      const made = await addObject({ ...looks, ...(typed && { name: typed }), owned, menu: false });
      toast.done(t('object.made'));
      await navigate(`/settings/objects/${made.name}`);
    }
  };

  return (
    <FormDrawer
      title={t(object ? 'object.edit' : 'object.new')}
      save={object ? common('save') : t('object.create')}
      saving={saving}
      first={`${id}-zh-CN`}
      onSave={() => saving.save(send)}
      onClose={onClose}
    >
      <Names
        id={id}
        needed
        zh={t('object.label_zh')}
        en={t('object.label_en')}
        placeholder={{ zh: t('object.sample_zh'), en: t('object.sample_en') }}
        value={label}
        wrong={wrong.get('label')}
        onChange={setLabel}
      />
      <Part
        id={`${id}-plural`}
        label={t('object.plural_en')}
        help={t('object.plural_help')}
        wrong={wrong.get('plural')}
      >
        <Input
          id={`${id}-plural`}
          maxLength={100}
          value={plural.en ?? ''}
          placeholder={t('object.sample_plural')}
          onChange={(event) =>
            setPlural({
              ...(label['zh-CN'] && { 'zh-CN': label['zh-CN'] }),
              ...plural,
              en: event.target.value,
            })
          }
        />
      </Part>
      {!object && <CodePart id={`${id}-code`} value={typed} wrong={wrong.get('name')} onChange={setTyped} />}
      <Part label={t('object.icon')}>
        <Icons value={icon} colour={color ?? 'slate'} onChange={setIcon} />
      </Part>
      <Part label={t('colour')}>
        <Colours value={color} onChange={setColor} />
      </Part>
      {!object && (
        <div className={styles.switch}>
          <Switch id={`${id}-owned`} checked={owned} onChange={setOwned} />
          <Part id={`${id}-owned`} label={t('object.owned')} help={t('object.owned_help')}>
            {null}
          </Part>
        </div>
      )}
    </FormDrawer>
  );
}
