import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { TFunction } from 'i18next';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sectionsFor } from '@/features/settings/sections';
import { addressOf, favouritesQuery, recentQuery, type AtHand } from '@/lib/desk';
import { say, useObjects, type ObjectBrief } from '@/lib/meta';
import { search, type Found } from '@/lib/search';
import { sessionQuery } from '@/lib/session';
import { useSettled } from '@/lib/useSettled';
import { iconOf, menuOf, placesOf, type Place } from './menu';
import styles from './Palette.module.css';

const SHORTEST = 2;

interface Offer {
  key: string;
  group: string;
  object: string;
  label: string;
  hint?: string | undefined;
  to: string;
  icon?: Place['icon'];
}

/** Any record by what one remembers of it, any page by its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const { offers, empty } = useOffers(text.trim());
  const objects = useObjects();

  const go = (offer: Offer | undefined) => {
    if (offer) {
      onClose();
      void navigate(offer.to);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return; // Enter chooses a Chinese word
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((offers.length + at + step) % Math.max(offers.length, 1));
    } else if (event.key === 'Enter') {
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
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <ul id={list} role="listbox" aria-label={t('palette.title')} className={styles.offers}>
        {offers.map((offer, i) => {
          const Icon = offer.icon ?? iconOf(offer.object, objects);
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
                <span className={styles.label}>{offer.label}</span>
                {offer.hint && <span className={styles.hint}>{offer.hint}</span>}
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

const SOME = 5;

/** What the person keeps at hand, and what was opened last until something is typed. */
function useKept(text: string): Offer[] {
  const { t } = useTranslation('shell');
  const { data: favourites = [] } = useQuery(favouritesQuery);
  const { data: recent = [] } = useQuery(recentQuery);
  const offer = (name: 'favourites' | 'recent') => (kept: AtHand) => ({
    key: kept.id,
    group: t(`nav.${name}`),
    object: kept.of ?? kept.object,
    label: kept.label,
    to: addressOf(kept),
  });
  const like = ({ label }: AtHand) => label.toLowerCase().includes(text.toLowerCase());
  return [
    ...favourites.filter(like).slice(0, SOME).map(offer('favourites')),
    ...(text === '' ? recent.slice(0, SOME).map(offer('recent')) : []),
  ];
}

/** Ways to bring in files, for whoever begins to ask for one. */
function imports(objects: ObjectBrief[], text: string, t: TFunction<'shell'>): Offer[] {
  const said = text.toLowerCase();
  const may = menuOf(objects).filter((o) => o.can.import === true);
  const all = [
    ...may.map((o) => ({
      label: t('palette.import', { object: say(o.plural) }),
      to: `/import/new?object=${o.name}`,
    })),
    ...(may.length > 0 ? [{ label: t('palette.imports'), to: '/import' }] : []),
  ];
  return all
    .filter(({ label }) => Array.from(said).length >= SHORTEST && label.toLowerCase().includes(said))
    .map((offer) => ({ key: offer.to, group: t('palette.do'), object: 'import', ...offer }));
}

/** What can be set, for whoever begins to ask for it. */
function useSettings(text: string): Offer[] {
  const { t } = useTranslation('settings');
  const { data: session } = useQuery(sessionQuery);
  const said = text.toLowerCase();
  const heading = t('title');
  return sectionsFor(session)
    .map(({ name, to, icon }) => ({ key: to, group: heading, object: '', label: t(`nav.${name}`), to, icon }))
    .filter(
      ({ key, label }) =>
        Array.from(said).length >= SHORTEST && `${heading} ${label} ${key}`.toLowerCase().includes(said),
    );
}

/** Pages by name, then records that match. */
function useOffers(text: string): { offers: Offer[]; empty: boolean } {
  const { t } = useTranslation('shell');
  const objects = useObjects();
  const settled = useSettled(text, 120);
  const asks = Array.from(settled).length >= SHORTEST;
  const { data, isFetching } = useQuery<Found[]>({
    queryKey: ['search', settled],
    enabled: asks,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => search(settled, signal),
  });
  const names = useMemo(() => new Map(objects.map((o) => [o.name, say(o.label)])), [objects]);
  const pages = menuOf(objects)
    .filter(
      (o) =>
        say(o.plural).toLowerCase().includes(text.toLowerCase()) || o.name.startsWith(text.toLowerCase()),
    )
    .map((o) => ({
      key: o.name,
      group: t('palette.go'),
      object: o.name,
      label: say(o.plural),
      to: `/${o.name}`,
    }));
  const found = (asks ? (data ?? []) : []).map((item) => ({
    key: item.id,
    group: t('palette.records'),
    object: item.object,
    label: item.label,
    hint: [names.get(item.object), item.matched.text]
      .filter((part) => part && part !== item.label)
      .join(' · '),
    to: `/${item.object}/${item.id}`,
  }));
  const places = placesOf(objects)
    .map(({ name, to, icon }) => ({
      key: name,
      group: t('palette.go'),
      object: name,
      label: t(`places.${name}`),
      to,
      icon,
    }))
    .filter(
      ({ key, label }) =>
        label.toLowerCase().includes(text.toLowerCase()) || key.startsWith(text.toLowerCase()),
    );
  const offers: Offer[] = [
    ...useKept(text),
    ...places,
    ...pages,
    ...useSettings(text),
    ...imports(objects, text, t),
    ...found,
  ];
  return { offers, empty: asks && !isFetching && settled === text && offers.length === 0 };
}
