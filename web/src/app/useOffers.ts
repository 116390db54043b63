import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { LucideIcon } from 'lucide-react';
import { Keyboard, Plus, Upload, Zap } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sectionsFor } from '@/features/settings/sections';
import { grouped } from '@/fields/phone/grouped';
import { addressOf, useDesk, type AtHand } from '@/lib/desk';
import { say, useObjects, type ObjectBrief } from '@/lib/meta';
import { byObject, search, type Found } from '@/lib/search';
import { sessionQuery } from '@/lib/session';
import { useSettled } from '@/lib/useSettled';
import { ownRelated } from '@/records/brought';
import { commandsNow } from '@/ui/commands';
import { creatable, iconOf, menuOf, placesOf, waysOf } from './menu';
import { overlay } from './overlay';

const SHORTEST = 2;
const SOME = 5;

/** A line of the palette. */
export interface Offer {
  key: string;
  group: string;
  label: string;
  /** What tells it from others that are called the same. */
  facts?: string;
  hint?: string | undefined;
  icon: LucideIcon;
  run: () => void;
}

const inAWord = (parts: (string | undefined)[]): string =>
  parts.flatMap((part) => (part ? grouped(part) : [])).join(' · ');

/** Makes the way to a page. */
type Go = (to: string) => () => void;

/** What can be done on the page right now; without a text the first of it. */
function useHere(text: string): Offer[] {
  const { t } = useTranslation('shell');
  const [commands] = useState(commandsNow);
  const like = commands.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()));
  return (text === '' ? like.slice(0, SOME) : like).map(({ key, label, run }) => ({
    key: `here ${key}`,
    group: t('palette.here'),
    label,
    icon: Zap,
    run,
  }));
}

/** What the person keeps at hand, and what was opened last until something is typed. */
function useKept(text: string, go: Go): Offer[] {
  const { t } = useTranslation('shell');
  const objects = useObjects();
  const { favourites, recent } = useDesk();
  const offer = (name: 'favourites' | 'recent') => (kept: AtHand) => ({
    key: kept.id,
    group: t(`nav.${name}`),
    label: kept.label,
    icon: iconOf(kept.of ?? kept.object, objects),
    run: go(addressOf(kept)),
  });
  const like = ({ label }: AtHand) => label.toLowerCase().includes(text.toLowerCase());
  return [
    ...favourites.filter(like).slice(0, SOME).map(offer('favourites')),
    ...(text === '' ? recent.slice(0, SOME).map(offer('recent')) : []),
  ];
}

/** Whether the person has begun to ask for what is called so. */
const asks = (text: string, ...names: string[]): boolean =>
  Array.from(text).length >= SHORTEST && names.join(' ').toLowerCase().includes(text.toLowerCase());

/** Making a record, bringing in files and looking at the keys, for whoever begins to ask for it. */
function acts(objects: ObjectBrief[], text: string, go: Go, t: TFunction<'shell'>): Offer[] {
  const may = menuOf(objects).filter((o) => o.can.import === true);
  const group = t('palette.do');
  return [
    ...creatable(objects).map((o) => ({
      key: `create ${o.name}`,
      label: t('palette.create', { object: say(o.label) }),
      icon: Plus,
      run: () => overlay.show({ kind: 'create', object: o.name }),
    })),
    ...may.map((o) => ({
      key: `import ${o.name}`,
      label: t('palette.import', { object: say(o.plural) }),
      icon: Upload,
      run: go(`/import/new?object=${o.name}`),
    })),
    ...(may.length > 0
      ? [{ key: 'imports', label: t('palette.imports'), icon: Upload, run: go('/import') }]
      : []),
    {
      key: 'keys',
      label: t('palette.keys'),
      icon: Keyboard,
      run: () => overlay.show({ kind: 'keys' }),
    },
  ]
    .filter(({ label }) => asks(text, label))
    .map((offer) => ({ group, ...offer }));
}

/** What can be set, for whoever begins to ask for it. */
function useSettings(text: string, go: Go): Offer[] {
  const { t } = useTranslation('settings');
  const { data: session } = useQuery(sessionQuery);
  const heading = t('title');
  return sectionsFor(session)
    .map(({ name, to, icon }) => ({ key: to, group: heading, label: t(`nav.${name}`), run: go(to), icon }))
    .filter(({ key, label }) => asks(text, heading, label, key));
}

/** Places and lists by their names. */
function pages(objects: ObjectBrief[], text: string, go: Go, t: TFunction<'shell'>): Offer[] {
  const all = waysOf(objects, placesOf(objects), t);
  const typed = text.toLowerCase();
  return all
    .filter(({ of, label }) => label.toLowerCase().includes(typed) || of.startsWith(typed))
    .map(({ of, to, label, icon }) => ({ key: of, group: t('palette.go'), label, icon, run: go(to) }));
}

/** What can be done here, pages by name, then records that match. */
export function useOffers(text: string): { offers: Offer[]; empty: boolean; pending: boolean } {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const go: Go = (to) => () => void navigate(to);
  const objects = useObjects();
  const settled = useSettled(text, 120);
  const searches = Array.from(settled).length >= SHORTEST;
  const { data, isFetching, isPlaceholderData } = useQuery<Found[]>({
    queryKey: ['search', settled],
    enabled: searches,
    placeholderData: (before) => before,
    queryFn: ({ signal }) =>
      search(
        settled,
        menuOf(objects).map(({ name }) => name),
        signal,
      ),
  });
  const names = useMemo(() => new Map(objects.map((o) => [o.name, say(o.plural)])), [objects]);
  const pending = Array.from(text).length >= SHORTEST && (settled !== text || isFetching);
  // what was found for the text before stands only as far as it holds the text now
  const former = settled !== text || isPlaceholderData;
  const hits = (searches ? (data ?? []) : []).filter(
    ({ label, matched }) => !former || asks(text, label, matched.text),
  );
  const found = byObject(hits, SOME, ownRelated().elsewhere).map((item) => ({
    key: item.id,
    group: names.get(item.object) ?? t('palette.records'),
    label: item.label,
    facts: inAWord(item.facts.map(({ text }) => text)),
    hint: item.matched.text === item.label ? undefined : inAWord([item.matched.text]),
    icon: iconOf(item.object, objects),
    run: go(`/${item.object}/${item.id}`),
  }));
  const here = useHere(text);
  const kept = useKept(text, go);
  const offers: Offer[] = [
    ...(text === '' ? [...kept, ...here] : [...here, ...kept]),
    ...pages(objects, text, go, t),
    ...useSettings(text, go),
    ...acts(objects, text, go, t),
    ...found,
  ];
  return { offers, empty: searches && !pending && offers.length === 0, pending };
}
