import {
  CalendarDays,
  CheckSquare,
  Mail,
  MapPin,
  MessageSquare,
  Phone,
  StickyNote,
  type LucideIcon,
} from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kind } from '../../writing/compose';
import styles from './Composer.module.css';

const icons: Record<Kind, LucideIcon> = {
  note: StickyNote,
  call: Phone,
  mail: Mail,
  meeting: CalendarDays,
  visit: MapPin,
  task: CheckSquare,
  comment: MessageSquare,
};

interface Props {
  kinds: Kind[];
  kind: Kind;
  onChoose: (kind: Kind) => void;
}

/** What it is that one writes. */
export function Kinds({ kinds, kind, onChoose }: Props) {
  const { t } = useTranslation('record');
  const field = useId();
  return (
    <div role="radiogroup" aria-label={t('kind')} className={styles.kinds}>
      {kinds.map((each) => {
        const Icon = icons[each];
        return (
          <label key={each} className={styles.kind} data-chosen={each === kind}>
            <input
              type="radio"
              name={`${field}-kind`}
              className="sr-only"
              checked={each === kind}
              onChange={() => onChoose(each)}
            />
            <Icon size={14} strokeWidth={1.5} aria-hidden />
            {t(`kinds.${each}`)}
          </label>
        );
      })}
    </div>
  );
}
