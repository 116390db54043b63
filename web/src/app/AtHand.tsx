import { ChevronDown, LayoutList, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { addressOf, letGo, useDesk, type AtHand as Kept } from '@/lib/desk';
import { useObjects } from '@/lib/meta';
import { tell } from '@/ui/tell';
import way from '@/ui/Way.module.css';
import { iconOf } from './menu';
import styles from './Sidebar.module.css';

const RECENT = 6;
const KEY = 'hemai.sidebar.closed';

/** What the person keeps at hand, and what was opened last. */
export function AtHand({ folded }: { folded: boolean }) {
  const { favourites, recent } = useDesk();
  const others = recent.filter((each) => favourites.every((kept) => kept.record !== each.record));
  if (folded) {
    return <Group name="favourites" kept={favourites} folded />;
  }
  return (
    <>
      <Group name="favourites" kept={favourites} onLetGo={(kept) => void letGo(kept).catch(tell)} />
      <Group name="recent" kept={others.slice(0, RECENT)} />
    </>
  );
}

interface Props {
  name: 'favourites' | 'recent';
  kept: Kept[];
  folded?: boolean;
  onLetGo?: (kept: Kept) => void;
}

const closed = () => (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);

function Group({ name, kept, folded = false, onLetGo }: Props) {
  const { t } = useTranslation('shell');
  const [open, show] = useState(!closed().includes(name));
  const { pathname, search } = useLocation();
  const objects = useObjects();
  const toggle = () => {
    const others = closed().filter((each) => each !== name);
    localStorage.setItem(KEY, (open ? [...others, name] : others).join(' '));
    show(!open);
  };
  if (kept.length === 0) {
    return null;
  }
  const here = (each: Kept) =>
    each.of === undefined
      ? pathname === addressOf(each)
      : pathname === `/${each.of}` && new URLSearchParams(search).get('view') === each.record;
  return (
    <li className={styles.group} data-folded={folded}>
      {!folded && (
        <button type="button" className={styles.heading} aria-expanded={open} onClick={toggle}>
          {t(`nav.${name}`)}
          <ChevronDown size={12} aria-hidden />
        </button>
      )}
      {(open || folded) && (
        <ul aria-label={t(`nav.${name}`)} className={styles.kept}>
          {kept.map((each) => {
            const Icon = each.of === undefined ? iconOf(each.object, objects) : LayoutList;
            return (
              <li key={each.id} className={styles.at}>
                <Link
                  to={addressOf(each)}
                  className={way.way}
                  title={each.label}
                  aria-current={here(each) ? 'page' : undefined}
                >
                  <Icon size={16} strokeWidth={1.5} aria-hidden />
                  <span dir="auto" className={folded ? 'sr-only' : styles.called}>
                    {each.label}
                  </span>
                </Link>
                {onLetGo && (
                  <button
                    type="button"
                    className={styles.off}
                    aria-label={t('nav.let_go', { name: each.label })}
                    title={t('nav.let_go', { name: each.label })}
                    onClick={() => onLetGo(each)}
                  >
                    <X size={14} aria-hidden />
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}
