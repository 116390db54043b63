import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '@/lib/meta';
import { Alert } from '@/ui/Alert';
import { wrongWith, type Wrong } from '../model/errors';
import { asksPeople, isForRest, SHARES, type Step, type Way } from '../model/tree';
import { Conditions } from './Conditions';
import styles from './Forms.module.css';
import { Part } from './Part';

interface Props {
  meta: ObjectMeta;
  step: Step;
  at: number;
  way: Way;
  wrong: Wrong[] | undefined;
  onChange: (way: Partial<Way>, about?: string) => void;
}

/** How a way is called, and which records go by it. */
export function WayForm({ meta, step, at, way, wrong, onChange }: Props) {
  const { t } = useTranslation('flow');
  const id = useId();
  const rest = isForRest(step, at);
  const refused = asksPeople(step);
  const conditional = !refused && !(SHARES in step.input);
  const hides = way.when === undefined && at < (step.ways?.length ?? 0) - 1;
  return (
    <>
      <Part id={`${id}name`} label={t('way_name')} wrong={wrongWith(wrong, 'name')}>
        <Input
          id={`${id}name`}
          maxLength={80}
          placeholder={refused ? t('approval.refused') : rest ? t('rest') : t('way_n', { n: at + 1 })}
          value={way.name}
          onChange={({ target }) => onChange({ name: target.value }, 'name')}
        />
      </Part>
      {refused && <p className={styles.help}>{t('approval.refused_hint')}</p>}
      {conditional && (
        <Part
          label={t('way_when')}
          help={t(rest ? 'way_rest_hint' : 'way_when_hint')}
          wrong={wrongWith(wrong, 'when') ?? wrongWith(wrong, 'steps')}
        >
          <Conditions meta={meta} filter={way.when} onChange={(when) => onChange({ when })} />
        </Part>
      )}
      {hides && conditional && <Alert kind="warning">{t('way_always')}</Alert>}
    </>
  );
}
