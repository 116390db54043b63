import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say, useObjects } from '@/lib/meta';
import { Keys } from '@/ui/Keys';
import { actsOf, places, type ActOf, type Place } from '@/ui/keymap';
import { boundNow } from '@/ui/keys';
import { useFocusBack } from '@/ui/useFocusBack';
import styles from './KeyMap.module.css';

/** Which keys there are, by place; of what is on the screen those that do something there, for this person. */
export function KeyMap({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('keys');
  const [bound] = useState(boundNow);
  useFocusBack();
  const here = places.filter((place) => place !== 'everywhere' && place !== 'dialogs' && bound.has(place));
  const order: Place[] = ['everywhere', ...here, 'dialogs'];
  const rest = places.filter((place) => !order.includes(place));
  return (
    <Modal open title={t('title')} footer={null} onCancel={onClose} width={800} style={{ top: 64 }}>
      <p className={styles.hint}>{t('hint')}</p>
      <div className={styles.places}>
        {[...order, ...rest].map((place) => (
          <Section key={place} place={place} bound={place === 'dialogs' ? undefined : bound.get(place)} />
        ))}
      </div>
    </Modal>
  );
}

function Section({ place, bound }: { place: Place; bound: Set<string> | undefined }) {
  const { t } = useTranslation('keys');
  const objects = useObjects();
  const acts = actsOf(place).filter((act) => bound?.has(act) ?? true);
  /** The typed texts know each entry by itself only. */
  const word = t as (key: string, values: { object: string }) => string;
  const plural = (name: string) => say(objects.find((object) => object.name === name)?.plural);
  return (
    <section aria-labelledby={`keys-${place}`} className={styles.place}>
      <h3 id={`keys-${place}`}>{t(`places.${place}`)}</h3>
      <dl>
        {acts.map((act) => (
          <div key={act} className={styles.entry}>
            <dt>{word(`acts.${place}.${act}`, { object: plural(act) })}</dt>
            <dd>
              <Keys place={place} act={act as ActOf<Place>} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
