import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import { FilterBar } from '@/records/list/filter/FilterBar';
import { Sentence } from '@/records/list/filter/Sentence';
import { useNarrow } from '@/ui/useNarrow';
import styles from './Forms.module.css';

interface Props {
  meta: ObjectMeta;
  filter: Filter | undefined;
  onChange: (filter: Filter | undefined) => void;
}

const NONE = {};

/** Conditions as sentences, each changed in place. */
export function Conditions({ meta, filter, onChange }: Props) {
  const { t } = useTranslation('flow');
  const narrow = useNarrow();
  return (
    <div className={styles.conditions}>
      {narrow && filter && (
        <p className={styles.sentence}>
          <Sentence meta={meta} filter={filter} />
        </p>
      )}
      <FilterBar
        meta={meta}
        view={{ filter, filterBy: onChange }}
        refusals={NONE}
        add={t(narrow && filter ? 'edit_conditions' : 'add_condition')}
      />
    </div>
  );
}
