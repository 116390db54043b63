import { Modal } from 'antd';
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '@/ui/useFocusBack';
import { useOffers, type Offer } from './useOffers';
import styles from './Palette.module.css';

/** Any record by what one remembers of it, any page and any act by its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const { offers, empty, pending } = useOffers(text.trim());
  /** Enter was pressed before anything was found. */
  const eager = useRef(false);
  const place = useRef<HTMLUListElement>(null);
  useFocusBack();
  useEffect(() => {
    place.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const go = (offer: Offer | undefined) => {
    if (offer) {
      onClose();
      offer.run();
    }
  };
  const arrive = useEffectEvent(() => {
    if (eager.current) {
      eager.current = false;
      go(offers[0]);
    }
  });
  useEffect(() => {
    if (!pending) {
      arrive();
    }
  }, [pending]);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return; // Enter chooses a Chinese word
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((offers.length + at + step) % Math.max(offers.length, 1));
    } else if (event.key === 'Enter') {
      event.preventDefault(); // else it would press what has the focus next
      eager.current = pending && offers[at] === undefined;
      go(offers[at]);
    }
  };

  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onClose}
      width={600}
      style={{ top: 88 }}
      styles={{ container: { padding: 0 } }}
      title={<span className="sr-only">{t('palette.title')}</span>}
    >
      <input
        autoFocus
        className={styles.input}
        role="combobox"
        aria-label={t('palette.title')}
        aria-expanded
        aria-controls={list}
        aria-activedescendant={offers[at] ? `${list}-${at}` : undefined}
        placeholder={t('palette.placeholder')}
        // the text is the input's own: set by React, what is typed while much is drawn was taken back
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          eager.current = false;
        }}
        onKeyDown={press}
      />
      <ul ref={place} id={list} role="listbox" aria-label={t('palette.title')} className={styles.offers}>
        {offers.map((offer, i) => {
          const Icon = offer.icon;
          return (
            <li
              key={offer.key}
              id={`${list}-${i}`}
              role="option"
              aria-selected={i === at}
              className={styles.offer}
              onMouseMove={() => setAt(i)}
              onClick={() => go(offer)}
            >
              {offer.group !== offers[i - 1]?.group && <div className={styles.group}>{offer.group}</div>}
              <div className={styles.row}>
                <Icon size={16} strokeWidth={1.5} aria-hidden />
                <span dir="auto" className={styles.label}>
                  {offer.label}
                </span>
                {offer.facts && (
                  <span dir="auto" className={styles.facts}>
                    {offer.facts}
                  </span>
                )}
                {offer.hint && (
                  <span dir="auto" className={styles.hint}>
                    {offer.hint}
                  </span>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {empty && (
        <p role="status" className={styles.empty}>
          {t('palette.empty', { text })}
          <br />
          <span className="muted">{t('palette.hint')}</span>
        </p>
      )}
    </Modal>
  );
}
