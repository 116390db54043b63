import { ChevronDown, Ellipsis, Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy } from '@/lib/lazy';
import type { ObjectMeta } from '@/lib/meta';
import { VIEW } from '@/lib/views';
import { IconButton } from '@/ui/IconButton';
import { useKeys } from '@/ui/keys';
import { useNarrow, useSmall } from '@/ui/useNarrow';
import { FavouriteButton } from '../../favourite/FavouriteButton';
import { Tabs } from './Tabs';
import { useViewName } from './useViewName';
import type { ViewActs } from './useViewActs';
import type { Views } from './useViews';
import type { View } from './useView';
import type { Page } from './ViewPanel';
import styles from './ViewBar.module.css';

const loadMenu = () => import('./ViewMenu');
const loadPanel = () => import('./ViewPanel');
const ViewMenu = lazy(loadMenu);
const ViewPanel = lazy(loadPanel);

interface Props {
  meta: ObjectMeta;
  view: View;
  views: Views;
  acts: ViewActs;
  mayChange: boolean;
}

export interface Opened {
  page: Page | 'views';
  anchor: HTMLElement;
}

/** Which view is shown, the first others as tabs, and what can be done with it. */
export function ViewBar({ meta, view, views, acts, mayChange }: Props) {
  const { t } = useTranslation('views');
  const narrow = useNarrow();
  const small = useSmall();
  const nameOf = useViewName(meta);
  const [opened, open] = useState<Opened>();
  const { current } = views;
  const { full } = nameOf(current);
  const close = () => open(undefined);
  const toggle = (page: Opened['page'], anchor: HTMLElement) => open(opened ? undefined : { page, anchor });
  const title = `view-of-${meta.name}`;
  useKeys('view', { views: () => document.getElementById(title)?.click() });
  return (
    <div className={styles.bar}>
      <h1 className={styles.title}>
        <button
          id={title}
          type="button"
          aria-haspopup="dialog"
          aria-expanded={opened?.page === 'views'}
          aria-keyshortcuts="v"
          onPointerEnter={() => void loadMenu()}
          onClick={(event) => toggle('views', event.currentTarget)}
        >
          <span className={styles.name}>{full}</span>
          <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
        </button>
      </h1>
      {current.saved && current.saved.withheld === undefined && (
        <FavouriteButton object={VIEW} id={current.id} name={full} />
      )}
      <IconButton
        small
        label={t('acts')}
        aria-haspopup="dialog"
        aria-expanded={opened?.page === 'acts'}
        onPointerEnter={() => void loadPanel()}
        onClick={(event) => toggle('acts', event.currentTarget)}
      >
        <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
      </IconButton>
      {!narrow && (
        <>
          <Tabs meta={meta} views={views} acts={acts} />
          <button
            type="button"
            className={styles.add}
            title={t('add')}
            aria-haspopup="dialog"
            onPointerEnter={() => void loadPanel()}
            onClick={(event) => toggle('new', event.currentTarget)}
          >
            <Plus size={14} aria-hidden />
            <span className={small ? 'sr-only' : undefined}>{t('add')}</span>
          </button>
        </>
      )}
      <Suspense fallback={null}>
        {opened?.page === 'views' && (
          <ViewMenu
            meta={meta}
            views={views}
            anchor={opened.anchor}
            onAdd={() => open({ page: 'new', anchor: opened.anchor })}
            onClose={close}
          />
        )}
        {opened && opened.page !== 'views' && (
          <ViewPanel
            meta={meta}
            view={view}
            views={views}
            acts={acts}
            mayChange={mayChange}
            first={opened.page}
            anchor={opened.anchor}
            onClose={close}
          />
        )}
      </Suspense>
    </div>
  );
}
