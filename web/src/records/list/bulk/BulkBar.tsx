import { Download, PenLine, Tags, Trash2, UserRoundPlus, X, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { verbsOf, type ObjectMeta } from '@/lib/meta';
import { exactCount, type Entry, type Filter, type Page } from '@/lib/records';
import { Floating } from '@/ui/Floating';
import { tell } from '@/ui/tell';
import { useFocusBack } from '@/ui/useFocusBack';
import { useNarrow } from '@/ui/useNarrow';
import type { Chosen } from '../useChosen';
import type { View } from '../views/useView';
import { AssignPanel, DeletePanel, ExportPanel } from './panels';
import { SetPanel } from './SetPanel';
import { taggable, TagPanel } from './TagPanel';
import styles from './Bulk.module.css';

interface Props {
  meta: ObjectMeta;
  view: View;
  /** What is shown of the view, and whether there is more of it. */
  list: { entries: Entry[]; count: Page['count']; filter: Filter | undefined; more: boolean };
  chosen: Chosen;
}

type Name = 'assign' | 'set' | 'tag' | 'export' | 'delete';

const icons: Record<Name, LucideIcon> = {
  assign: UserRoundPlus,
  set: PenLine,
  tag: Tags,
  export: Download,
  delete: Trash2,
};

/** What of these acts the person may do with records of the object. */
export function allowed(meta: ObjectMeta): Name[] {
  const assign = verbsOf(meta).some((verb) => verb.name === 'assign' && verb.can);
  const may: Record<Name, boolean> = {
    assign,
    set: meta.can.update === true,
    tag: meta.can.update === true && taggable(meta).length > 0,
    export: meta.can.export === true,
    delete: meta.can.delete === true,
  };
  return (Object.keys(icons) as Name[]).filter((name) => may[name]);
}

/** What can be done with those that are chosen; on the phone it stands where the bar below does otherwise. */
export default function BulkBar({ meta, view, list, chosen }: Props) {
  const { t } = useTranslation('bulk');
  const [opened, open] = useState<{ name: Name; anchor: HTMLElement }>();
  useFocusBack();
  const close = () => open(undefined);
  const done = () => {
    close();
    chosen.clear();
  };
  const panel = { meta, view, chosen, entries: list.entries, filter: list.filter, onDone: done };
  return (
    <div role="toolbar" aria-label={t('bar')} data-bulk className={styles.bar}>
      <span className={styles.size} aria-live="polite">
        {t('selected', { n: number(chosen.size) })}
      </span>
      <AllMatching meta={meta} list={list} chosen={chosen} />
      <button
        type="button"
        className={styles.clear}
        aria-label={t('clear')}
        title={t('clear')}
        onClick={chosen.clear}
      >
        <X size={16} aria-hidden />
      </button>
      <span className={styles.rule} />
      {allowed(meta).map((name) => {
        const Icon = icons[name];
        return (
          <button
            key={name}
            type="button"
            className={styles.act}
            data-danger={name === 'delete'}
            aria-haspopup="dialog"
            aria-expanded={opened?.name === name}
            disabled={chosen.size === 0}
            onClick={(event) =>
              opened?.name === name ? close() : open({ name, anchor: event.currentTarget })
            }
          >
            <Icon size={16} strokeWidth={1.5} aria-hidden />
            <span className={styles.word}>{t(name)}</span>
          </button>
        );
      })}
      {opened && (
        <Floating key={opened.name} anchor={opened.anchor} label={t(opened.name)} onClose={close} above>
          {opened.name === 'assign' && <AssignPanel {...panel} />}
          {opened.name === 'set' && <SetPanel {...panel} />}
          {opened.name === 'tag' && <TagPanel {...panel} />}
          {opened.name === 'export' && <ExportPanel {...panel} />}
          {opened.name === 'delete' && <DeletePanel {...panel} />}
        </Floating>
      )}
    </div>
  );
}

/** Offers all that match: once everything loaded is chosen, or at once on the phone, where there is no box for those. */
function AllMatching({ meta, list, chosen }: Pick<Props, 'meta' | 'list' | 'chosen'>) {
  const { t } = useTranslation('bulk');
  const narrow = useNarrow();
  const [counting, count] = useState(false);
  const loaded = chosen.share === 'all';
  if (chosen.selection.all !== undefined || (narrow ? loaded && !list.more : !loaded || !list.more)) {
    return null;
  }
  const all = () => {
    if (!list.more) {
      chosen.toggleLoaded();
      return;
    }
    count(true);
    exactCount(meta.name, list.filter)
      .then(chosen.all)
      .catch(tell)
      .finally(() => count(false));
  };
  return (
    <button type="button" className={styles.all} disabled={counting} onClick={all}>
      {counting
        ? t('counting')
        : t('all_matching', { n: number(list.more ? (list.count?.value ?? 0) : list.entries.length) })}
    </button>
  );
}
