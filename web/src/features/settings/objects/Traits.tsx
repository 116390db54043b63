import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Field } from '@/lib/meta';
import type { FieldDraft } from './fieldDraft';
import styles from './FieldDrawer.module.css';
import { canBe } from './types';

interface Props {
  id: string;
  draft: FieldDraft;
  field: Field | undefined;
  change: (changes: Partial<FieldDraft>) => void;
}

/** What is asked of every value, each with what it means for people. */
export function Traits({ id, draft, field, change }: Props) {
  const { t } = useTranslation('settings');
  const own = field === undefined || field.custom === true;
  const all = [
    canBe.required(draft.type) && field?.read_only !== true && ('required' as const),
    own && canBe.unique(draft.type) && ('unique' as const),
    own && canBe.searchable(draft.type) && ('searchable' as const),
    own && canBe.phase(draft.type) && ('phase' as const),
    canBe.indexed(draft.type) && ('indexed' as const),
    draft.type === 'link' && field === undefined && ('shownThere' as const),
  ].filter((each) => each !== false);
  return (
    <div className={styles.traits}>
      {all.map((trait) => (
        <div key={trait} className={styles.trait}>
          <Switch
            id={`${id}-${trait}`}
            size="small"
            checked={draft[trait]}
            onChange={(on) => change({ [trait]: on })}
          />
          <div>
            <label htmlFor={`${id}-${trait}`}>{t(`trait.${trait}`)}</label>
            <p className={styles.says}>{t(`trait.${trait}_says`)}</p>
          </div>
        </div>
      ))}
    </div>
  );
}
