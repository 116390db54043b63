import { ArrowUpDown } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy, prepare } from '@/lib/lazy';
import { say, type ObjectMeta } from '@/lib/meta';
import { titleOf, useReach } from '../reach';
import { keyOf } from '../sorting';
import type { View } from '../views/useView';
import styles from './Arrange.module.css';

const load = () => import('./SortPopover');
const SortPopover = lazy(load);

/** Says by what the list is sorted, and opens it. */
export function SortButton({ meta, view }: { meta: ObjectMeta; view: View }) {
  const { t } = useTranslation('list');
  const [anchor, open] = useState<HTMLElement>();
  const paths = view.sort.map((text) => keyOf(text).path);
  const reach = useReach(meta, paths);
  const first = reach(paths[0] ?? '');
  const label = typeof first === 'object' ? titleOf(first) : t('sort');
  const more = paths.length > 1 ? ` +${paths.length - 1}` : '';
  return (
    <>
      <button
        type="button"
        data-brief={view.kind === 'board' ? true : undefined}
        className={styles.tool}
        aria-label={`${t('sort')}: ${label}${more}`}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        onPointerEnter={() => prepare(load)}
        onClick={(event) => open(anchor ? undefined : event.currentTarget)}
      >
        <ArrowUpDown size={14} aria-hidden />
        <span className={styles.word}>
          {label}
          {more}
        </span>
      </button>
      <Suspense fallback={null}>
        {anchor && (
          <SortPopover
            meta={meta}
            view={view}
            anchor={anchor}
            onClose={() => open(undefined)}
            title={(path) => {
              const at = reach(path);
              return typeof at === 'object' ? titleOf(at) : say(meta.label);
            }}
            field={(path) => {
              const at = reach(path);
              return typeof at === 'object' ? at.field : undefined;
            }}
          />
        )}
      </Suspense>
    </>
  );
}
