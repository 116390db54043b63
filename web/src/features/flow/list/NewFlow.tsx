import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { say, useObjects } from '@/lib/meta';
import { FormDialog } from '@/ui/FormDialog';
import { useKeys } from '@/ui/keys';
import { Select } from '@/ui/Select';
import { forFlows } from '../api';
import { starterNames, starters, type StarterName } from '../model/starters';
import styles from './Flows.module.css';

const BLANK = 'blank';
type From = StarterName | typeof BLANK;

/** Asks with what a new flow begins, and which records it is about. */
export function NewFlow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('flow');
  const id = useId();
  const go = useNavigate();
  const objects = useObjects().filter(forFlows);
  const [from, begin] = useState<From>(BLANK);
  const [object, choose] = useState<string>();
  const [missing, miss] = useState(false);
  const names: From[] = [
    BLANK,
    ...starterNames.filter((name) => objects.some((each) => each.name === starters[name].object)),
  ];
  const about = from === BLANK ? object : starters[from].object;
  const next = () => {
    if (about === undefined) {
      miss(true);
      return;
    }
    void go(`/settings/flows/new?object=${about}${from === BLANK ? '' : `&from=${from}`}`);
  };
  useKeys('dialogs', { submit: next });
  return (
    <FormDialog
      title={t('create_title')}
      okText={t('continue')}
      confirmLoading={false}
      width={520}
      onOk={next}
      onClose={onClose}
    >
      <div className={styles.form}>
        <fieldset className={styles.choices}>
          <legend>{t('start_from')}</legend>
          {names.map((name) => (
            <label key={name} className={styles.choice}>
              <input
                type="radio"
                name={id}
                autoFocus={name === BLANK}
                checked={from === name}
                onChange={() => begin(name)}
              />
              <span>
                <span className={styles.choice_name}>{t(`starters.${name}.name`)}</span>
                <span className={styles.small}>{t(`starters.${name}.hint`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {from === BLANK && (
          <div className={styles.part}>
            <label htmlFor={id}>
              {t('object')}
              <span className={styles.wrong}> *</span>
            </label>
            <Select<string>
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('choose_object')}
              {...(missing && object === undefined && { status: 'error' as const })}
              value={object ?? null}
              options={objects.map(({ name, label }) => ({ value: name, label: say(label) }))}
              onChange={(name: string) => choose(name)}
            />
            {missing && object === undefined ? (
              <p role="alert" className={styles.wrong}>
                {t('object_missing')}
              </p>
            ) : (
              <p className={styles.small}>{t('object_hint')}</p>
            )}
          </div>
        )}
      </div>
    </FormDialog>
  );
}
