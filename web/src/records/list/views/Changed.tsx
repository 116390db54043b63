import { TriangleAlert, EyeOff } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy, prepare } from '@/lib/lazy';
import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import type { View } from './useView';
import type { ViewActs } from './useViewActs';
import type { Views } from './useViews';
import styles from './Changed.module.css';

const load = () => import('./ViewPanel');
const ViewPanel = lazy(load);

interface Props {
  meta: ObjectMeta;
  view: View;
  views: Views;
  acts: ViewActs;
  mayChange: boolean;
}

/** Says quietly that the view is not as it is kept, and offers to keep it so. */
export function Changed(props: Props) {
  const { view, views, acts, mayChange } = props;
  const { t } = useTranslation('views');
  const [anchor, ask] = useState<HTMLElement>();
  const { saved } = views.current;
  // to look at the same records as a table or a board is no change to them
  if (views.changed.every((part) => part === 'kind')) {
    return null;
  }
  const other = (
    <button
      type="button"
      className={styles.act}
      data-main={!(saved && mayChange)}
      aria-haspopup="dialog"
      onPointerEnter={() => prepare(load)}
      onClick={(event) => ask(event.currentTarget)}
    >
      {t('save_as')}
    </button>
  );
  return (
    <div role="group" aria-label={t('changed')} className={styles.changed}>
      <span className={styles.word}>{t('changed')}</span>
      <button type="button" className={styles.act} onClick={views.discard}>
        {t('discard')}
      </button>
      {other}
      {saved && mayChange && (
        <button
          type="button"
          className={styles.act}
          data-main
          onClick={() => void acts.save(saved, view.sound)}
        >
          {t('save')}
        </button>
      )}
      <Suspense fallback={null}>
        {anchor && <ViewPanel {...props} first="new" anchor={anchor} onClose={() => ask(undefined)} />}
      </Suspense>
    </div>
  );
}

/** Says what of a view is not there, or that it is not there itself; the list goes on without. */
export function Lost({ meta, view, views, acts, mayChange }: Props) {
  const { t } = useTranslation('views');
  const { saved } = views.current;
  const withheld = saved?.withheld ?? 0;
  if (withheld > 0 && !views.missing) {
    return (
      <p role="status" className={styles.lost}>
        <EyeOff size={14} aria-hidden />
        {t('withheld', { count: withheld })}
      </p>
    );
  }
  if (!views.missing && view.lost.length === 0) {
    return null;
  }
  const names = view.lost.map((path) => say(fieldOf(meta, path)?.label) || path).join(t('comma'));
  const act = views.missing
    ? { label: t('forget'), run: () => views.open('all') }
    : saved && mayChange
      ? { label: t('drop_lost'), run: () => void acts.save(saved, view.sound) }
      : saved
        ? undefined
        : { label: t('discard'), run: views.discard };
  return (
    <p role="status" className={styles.lost}>
      <TriangleAlert size={14} aria-hidden />
      {views.missing ? t('missing') : t('lost', { count: view.lost.length, names })}
      {act && (
        <button type="button" className={styles.act} data-main onClick={act.run}>
          {act.label}
        </button>
      )}
    </p>
  );
}
