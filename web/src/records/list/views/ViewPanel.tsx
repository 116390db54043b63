import {
  ArrowLeftToLine,
  ArrowRightToLine,
  Bookmark,
  BookmarkX,
  Copy,
  Eye,
  PenLine,
  Trash2,
  Upload,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ObjectMeta } from '@/lib/meta';
import { Floating } from '@/ui/Floating';
import { useNarrow } from '@/ui/useNarrow';
import { importPath, mayImport } from '../ImportButton';
import type { View } from './useView';
import { NameForm } from './NameForm';
import { SharePanel } from './SharePanel';
import { useViewName } from './useViewName';
import type { ViewActs } from './useViewActs';
import type { Views } from './useViews';
import styles from './ViewPanel.module.css';

export type Page = 'acts' | 'new' | 'rename' | 'share';

interface Props {
  meta: ObjectMeta;
  view: View;
  views: Views;
  acts: ViewActs;
  mayChange: boolean;
  first: Page;
  anchor: HTMLElement;
  onClose: () => void;
}

/** What can be done with the view that is shown, and what that asks. */
export default function ViewPanel({ meta, view, views, acts, mayChange, first, anchor, onClose }: Props) {
  const { t } = useTranslation('views');
  const nameOf = useViewName(meta);
  const [page, turn] = useState(first);
  const { saved } = views.current;
  const { full } = nameOf(views.current);
  const done = <T,>(deed: Promise<T>) => {
    onClose();
    void deed;
  };
  return (
    <Floating
      anchor={anchor}
      label={t(page === 'acts' ? 'acts' : page === 'share' ? 'share_title' : page, { name: full })}
      onClose={onClose}
      width={page === 'share' ? 340 : 264}
    >
      {page === 'acts' && (
        <Acts
          name={full}
          meta={meta}
          view={view}
          views={views}
          acts={acts}
          mayChange={mayChange}
          onPage={turn}
          onDone={done}
        />
      )}
      {page === 'new' && (
        <NameForm
          name={first === 'acts' ? t('copy_of', { name: full }) : ''}
          submit={t('save_view')}
          onName={(name) => done(acts.saveAs(name, view.sound))}
        />
      )}
      {page === 'rename' && saved && (
        <NameForm name={saved.name} submit={t('rename')} onName={(name) => done(acts.rename(saved, name))} />
      )}
      {page === 'share' && saved && <SharePanel view={saved} acts={acts} />}
    </Floating>
  );
}

interface ActsProps {
  /** What the view is called. */
  name: string;
  meta: ObjectMeta;
  view: View;
  views: Views;
  acts: ViewActs;
  mayChange: boolean;
  onPage: (page: Page) => void;
  onDone: (deed: Promise<unknown>) => void;
}

function Acts({ name, meta, view, views, acts, mayChange, onPage, onDone }: ActsProps) {
  const { t } = useTranslation('views');
  const { t: list } = useTranslation('list');
  const narrow = useNarrow();
  const navigate = useNavigate();
  const { saved, origin, id } = views.current;
  const own = views.choices.filter((choice) => choice.origin === 'own');
  const place = own.findIndex((choice) => choice.id === id);
  const begins = origin === 'own' ? saved?.is_default === true : views.begins === id;
  const why = !saved ? t('only_saved') : !mayChange ? t('only_owner') : undefined;
  const whyNotRemove = why ?? (origin === 'shared' ? t('only_owner_removes') : undefined);
  const line = (key: string, Icon: LucideIcon, label: string, run: () => void, reason?: string) => (
    <button
      key={key}
      type="button"
      className={styles.act}
      data-danger={key === 'remove'}
      aria-disabled={reason !== undefined}
      title={reason}
      onClick={reason === undefined ? run : undefined}
    >
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      {label}
    </button>
  );
  return (
    <div className={styles.acts}>
      {line('rename', PenLine, t('rename'), () => onPage('rename'), why)}
      {saved &&
        mayChange &&
        view.kind !== views.current.arrangement.kind &&
        line('kind', Eye, t('keep_kind', { kind: t(view.kind) }), () => onDone(acts.save(saved, view.sound)))}
      {line('copy', Copy, t('copy'), () => onPage('new'))}
      {line('share', UsersRound, t('share'), () => onPage('share'), why)}
      {line('begin', begins ? BookmarkX : Bookmark, t(begins ? 'end_begin' : 'begin'), () =>
        onDone(acts.begin(views.current, name, !begins)),
      )}
      {place > 0 && line('left', ArrowLeftToLine, t('left'), () => onDone(acts.move(place, place - 1)))}
      {place >= 0 &&
        place < own.length - 1 &&
        line('right', ArrowRightToLine, t('right'), () => onDone(acts.move(place, place + 1)))}
      {saved && line('remove', Trash2, t('remove'), () => onDone(acts.remove(saved)), whyNotRemove)}
      {narrow &&
        mayImport(meta) &&
        line('import', Upload, list('import'), () => void navigate(importPath(meta)))}
      {why !== undefined && <p className={styles.why}>{why}</p>}
    </div>
  );
}
