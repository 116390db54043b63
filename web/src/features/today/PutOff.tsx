import { useTranslation } from 'react-i18next';
import { plusDays, today, type Day } from '@/lib/days';
import { dayName, relativeDay } from '@/lib/format';
import { dayFor, whens } from '@/records/writing/whens';
import { fieldOf, say } from '@/lib/meta';
import { Floating } from '@/ui/Floating';
import type { Line } from './lines';
import { putOffField } from './rights';

import { FARTHEST, type Metas } from './wanted';
import styles from './PutOff.module.css';

interface Props {
  anchor: HTMLElement;
  line: Line;
  metas: Metas;
  onClose: () => void;
  onChoose: (day: Day, shown: string) => void;
}

/** Until when it can wait. */
export function PutOff({ anchor, line, metas, onClose, onChoose }: Props) {
  const { t } = useTranslation('today');
  const { t: calling } = useTranslation('calling');
  const meta = metas[line.object];
  const field = meta && fieldOf(meta, putOffField(line) ?? '');
  // what has no date of its own would be forgotten farther ahead
  const farthest = field?.name === 'next_follow_up_at' ? plusDays(today(), FARTHEST) : undefined;
  return (
    <Floating anchor={anchor} label={t('put_off.title')} width={248} align="end" onClose={onClose}>
      <div className={styles.list}>
        {whens.map((when) => {
          const day = dayFor(when);
          const name = calling(`when.${when}`);
          return (
            <button key={when} type="button" className={styles.choice} onClick={() => onChoose(day, name)}>
              {name}
              <span className="muted">{dayName(day)}</span>
            </button>
          );
        })}
        <label className={styles.choice}>
          {t('put_off.pick')}
          <input
            type="date"
            min={plusDays(today(), 1)}
            max={farthest}
            onChange={({ target: { value } }) => value > today() && onChoose(value, relativeDay(value))}
          />
        </label>
      </div>
      {field && <p className={styles.hint}>{t('put_off.moves', { field: say(field.label) })}</p>}
    </Floating>
  );
}
