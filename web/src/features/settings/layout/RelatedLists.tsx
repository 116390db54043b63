import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useObjects, type ObjectMeta } from '@/lib/meta';
import { moved } from '@/records/list/views/moved';
import { relatedLabel } from '@/records/related/related';
import { IconButton } from '@/ui/IconButton';
import { Ordered } from './Ordered';
import { relatedOf, toggled, type Plan } from './plan';
import styles from './Layout.module.css';

interface Props {
  meta: ObjectMeta;
  plan: Plan;
  onChange: (plan: Plan) => void;
}

/** The lists of what belongs to a record: their order, and those that are left out. */
export function RelatedLists({ meta, plan, onChange }: Props) {
  const { t } = useTranslation('layout');
  const objects = useObjects();
  const all = relatedOf(meta, objects, plan);
  if (all.length === 0) {
    return null;
  }
  return (
    <Ordered
      title={t('related')}
      hint={t('related_hint')}
      lines={all.map((object) => {
        const out = plan.unlisted.includes(object);
        const label = relatedLabel(meta, objects, object);
        return {
          name: object,
          label,
          out,
          act: (
            <IconButton
              label={t(out ? 'list_show' : 'list_hide', { list: label })}
              onClick={() => onChange({ ...plan, unlisted: toggled(plan.unlisted, object) })}
            >
              {out ? (
                <EyeOff size={16} strokeWidth={1.5} aria-hidden />
              ) : (
                <Eye size={16} strokeWidth={1.5} aria-hidden />
              )}
            </IconButton>
          ),
        };
      })}
      onMove={(from, to) => onChange({ ...plan, related: moved(all, from, to) })}
    >
      {plan.related && (
        <button
          type="button"
          className={styles.quiet}
          onClick={() => onChange({ ...plan, related: undefined })}
        >
          {t('related_usual')}
        </button>
      )}
    </Ordered>
  );
}
