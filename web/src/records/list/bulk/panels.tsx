import { useQuery } from '@tanstack/react-query';
import { FileSpreadsheet, FileText } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices } from '@/lib/choices';
import { number } from '@/lib/format';
import type { ObjectMeta } from '@/lib/meta';
import type { Entry, Filter } from '@/lib/records';
import { sessionQuery } from '@/lib/session';
import { useSettled } from '@/lib/useSettled';
import { Face } from '@/ui/Face';
import { PickList } from '@/ui/PickList';
import { ownOf } from '../../brought';
import type { Chosen } from '../useChosen';
import type { View } from '../views/useView';
import { act, exported, remove } from './acts';
import { everything, filterOf, targetOf } from './targets';
import styles from './Bulk.module.css';

export interface Panel {
  meta: ObjectMeta;
  view: View;
  chosen: Chosen;
  entries: Entry[];
  filter: Filter | undefined;
  /** Called once the act is on its way. */
  onDone: () => void;
}

/** Who is meant, without what says that it is oneself. */
const nameIn = (label: string): string => label.split(' ·')[0] ?? '';

/** Gives them to a colleague. */
export function AssignPanel({ meta, chosen, filter, onDone }: Panel) {
  const { t } = useTranslation('bulk');
  const { t: common } = useTranslation();
  const { t: words } = useTranslation('filter');
  const [text, type] = useState('');
  const busy = useRef(false);
  const settled = useSettled(text.trim(), 150);
  const { data: session } = useQuery(sessionQuery);
  const { data = [], isPending } = useQuery({
    queryKey: ['records', 'user', 'choices', settled],
    queryFn: ({ signal }) => choices('user', settled, signal),
    placeholderData: (before) => before,
  });
  const me = session && 'id' in session.user ? session.user : undefined;
  const first = me && settled === '' ? [{ id: me.id, label: `${me.label ?? ''} · ${words('me')}` }] : [];
  const people = [...first, ...data.filter((each) => first.every((one) => one.id !== each.id))];
  const hint = ownOf(meta.name).hints?.assign?.();
  const give = async (owner: string, whom: string) => {
    if (busy.current) {
      return;
    }
    busy.current = true;
    const deed = { verb: 'assign', input: { owner } };
    if (await act(t, meta.name, 'assign', targetOf(chosen.selection, filter), deed, { whom })) {
      onDone();
    }
    busy.current = false;
  };
  return (
    <>
      <PickList
        autoFocus
        items={people.map(({ id, label }) => ({
          key: id,
          label,
          icon: <Face name={nameIn(label)} />,
        }))}
        text={text}
        onText={type}
        placeholder={t('assign_to')}
        empty={common(isPending ? 'loading' : 'nothing_found')}
        onPick={({ key, label }) => void give(key, nameIn(label))}
      />
      {hint && <p className={styles.hint}>{hint}</p>}
    </>
  );
}

/** Makes a file of them with the columns that are shown. */
export function ExportPanel({ meta, view, chosen, filter, onDone }: Panel) {
  const { t } = useTranslation('bulk');
  const start = (format: 'csv' | 'xlsx') => {
    void exported(t, meta.name, chosen.size, {
      filter: filterOf(targetOf(chosen.selection, filter)),
      fields: view.columns.map((column) => column.name),
      format,
    });
    onDone();
  };
  return (
    <div className={styles.panel}>
      <p className={styles.hint}>{t('export_hint')}</p>
      <button type="button" className={styles.choice} onClick={() => start('xlsx')}>
        <FileSpreadsheet size={16} strokeWidth={1.5} aria-hidden />
        {t('excel')}
      </button>
      <button type="button" className={styles.choice} onClick={() => start('csv')}>
        <FileText size={16} strokeWidth={1.5} aria-hidden />
        {t('csv')}
      </button>
    </div>
  );
}

const MOST_DELETED = 10_000;

/** Moves them to the bin. */
export function DeletePanel({ meta, chosen, entries, filter, onDone }: Panel) {
  const { t } = useTranslation('bulk');
  const tooMany = chosen.size > MOST_DELETED;
  const start = () => {
    const { ids, all } = chosen.selection;
    const some = entries.filter((entry) => ids.has(entry.id));
    void remove(t, meta.name, all === undefined ? some : { filter: filter ?? everything, expected: all });
    onDone();
  };
  return (
    <div className={styles.panel}>
      <p className={styles.hint}>{tooMany ? t('too_many', { n: number(MOST_DELETED) }) : t('delete_hint')}</p>
      <button type="button" className={styles.danger} disabled={tooMany} onClick={start}>
        {t('delete_run', { n: number(chosen.size) })}
      </button>
    </div>
  );
}
