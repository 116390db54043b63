import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useObjects } from '@/lib/meta';
import { useNarrow } from '@/ui/useNarrow';
import { useCurrentInSight } from '@/ui/useCurrentInSight';
import { ownOf, type OwnPart } from '../brought';
import { Related } from '../related/Related';
import { Facts } from './Facts';
import styles from './Parts.module.css';

const PART = 'part';

/** On a phone the columns of a page are parts of it, one at a time; what happened comes first. */
const columns: OwnPart[] = [
  { key: 'facts', title: () => i18next.t('record:facts'), Part: Facts },
  { key: 'related', title: () => i18next.t('record:related'), Part: Related },
];

/** The parts that the person can look at, and the one that the address names. */
export function useParts(object: string): { parts: OwnPart[]; part: OwnPart | undefined } {
  const objects = useObjects();
  const narrow = useNarrow();
  const [asked] = useSearchParams();
  const readable = (name: string) => objects.some((each) => each.name === name && each.can.read);
  const own = ownOf(object).parts?.filter(({ shows }) => shows?.some(readable) ?? true) ?? [];
  const parts = narrow ? [...columns, ...own] : own;
  return { parts, part: parts.find(({ key }) => key === asked.get(PART)) };
}

/** Leads from part to part of a page; each has an address, so that it can be gone back to and sent to somebody. */
export function Parts({ parts, part }: { parts: OwnPart[]; part: OwnPart | undefined }) {
  const { t } = useTranslation('record');
  const narrow = useNarrow();
  const row = useCurrentInSight<HTMLElement>(part?.key ?? '');
  if (parts.length === 0) {
    return null;
  }
  const link = (key: string | undefined, label: string) => (
    <Link
      key={key ?? ''}
      to={{ search: key === undefined ? '' : `?${PART}=${key}` }}
      replace
      className={styles.part}
      aria-current={part?.key === key ? 'page' : undefined}
    >
      {label}
    </Link>
  );
  return (
    <nav ref={row} aria-label={t('page_parts')} className={styles.parts}>
      {link(undefined, t(narrow ? 'timeline' : 'overview'))}
      {parts.map(({ key, title }) => link(key, title()))}
    </nav>
  );
}
