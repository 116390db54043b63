import { useTranslation } from 'react-i18next';
import { FieldIcon } from '@/records/list/fieldIcon';
import { typeGroups, type TypeGroup } from './types';
import styles from './TypeChoice.module.css';

/** Every type of field with a sentence and a sample. */
export function TypeChoice({ onPick }: { onPick: (type: string) => void }) {
  const { t } = useTranslation('settings');
  return (
    <div className={styles.types}>
      {(Object.keys(typeGroups) as TypeGroup[]).map((group) => (
        <section key={group} aria-label={t(`type_group.${group}`)}>
          <h3 className={styles.heading}>{t(`type_group.${group}`)}</h3>
          <div className={styles.grid}>
            {typeGroups[group].map((type) => (
              <button key={type} type="button" className={styles.type} onClick={() => onPick(type)}>
                <span className={styles.sign}>
                  <FieldIcon type={type} />
                </span>
                <span className={styles.words}>
                  <span className={styles.name}>{t(`type.${type}.name`)}</span>
                  <span className={styles.says}>{t(`type.${type}.says`)}</span>
                  <span className={styles.sample}>{t(`type.${type}.sample`)}</span>
                </span>
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
