import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { say, type ObjectMeta } from '@/lib/meta';
import { perform } from '@/ui/keys';
import { Notice } from '@/ui/Notice';
import { ImportButton, mayImport } from '../ImportButton';
import styles from './RecordList.module.css';

/** A list without records, and how the person can bring some in. */
export function Empty({ meta }: { meta: ObjectMeta }) {
  const { t } = useTranslation('list');
  const makes = meta.can.create === true;
  const imports = mayImport(meta);
  const hint =
    makes && imports ? 'empty_hint' : makes ? 'empty_create' : imports ? 'empty_import' : undefined;
  return (
    <Notice
      title={t('empty', { object: say(meta.plural) })}
      hint={hint && t(hint)}
      act={
        hint && (
          <span className={styles.ways}>
            {makes && (
              <Button
                type="primary"
                icon={<Plus size={16} aria-hidden />}
                onClick={() => void perform('view', 'create')}
              >
                {t('create_first')}
              </Button>
            )}
            <ImportButton meta={meta} />
          </span>
        )
      }
    />
  );
}
