import { useQueryClient } from '@tanstack/react-query';
import { Ellipsis, History, Link2, Trash2, Pencil, UserRoundCheck, UserRoundPlus } from 'lucide-react';
import { Suspense, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { remove } from '@/lib/changes';
import { lazy } from '@/lib/lazy';
import { say, verbsOf, type ObjectMeta } from '@/lib/meta';
import { leaving, recordQuery, recordsKey, type Entry } from '@/lib/records';
import { useCommands } from '@/ui/commands';
import { copy } from '@/ui/copy';
import { useKeys } from '@/ui/keys';
import { Menu, type MenuItem } from '@/ui/Menu';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { ownOf } from '../brought';
import { useRestore } from '../useRestore';
import { usePeek } from '../peek/usePeek';
import { AskVerb } from './AskVerb';
import type { VerbCall } from './verbs';
import styles from './Acts.module.css';

const HistoryDrawer = lazy(() =>
  import('./HistoryDrawer').then((module) => ({ default: module.HistoryDrawer })),
);

const EditDrawer = lazy(() =>
  import('../form/EditDrawer').then((module) => ({ default: module.EditDrawer })),
);

const ShareDialog = lazy(() =>
  import('../sharing/ShareDialog').then((module) => ({ default: module.ShareDialog })),
);

/** Whether the verb stands here: any record may be given to a colleague. */
const isSeldom = ({ name }: ObjectMeta, entry: Entry, verb: string): boolean =>
  verb === 'assign' || ownOf(name).seldom?.[verb]?.(entry) === true;

interface Props {
  meta: ObjectMeta;
  entry: Entry;
  /** What the record is called. */
  name: string;
  /** What the record is shown in, beside another page. */
  beside?: RefObject<HTMLElement | null> | undefined;
}

/** What is seldom wanted of a record. */
export function More({ meta, entry, name, beside }: Props) {
  const { t } = useTranslation('record');
  const restore = useRestore();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { peeked, close } = usePeek();
  const [history, showHistory] = useState(false);
  const [sharing, share] = useState(false);
  const [editing, edit] = useState(false);
  const [asking, ask] = useState<VerbCall>();
  useKeys('record', meta.can.update ? { form: () => edit(true) } : {}, beside);

  const copyLink = async () => {
    const address = `${location.origin}/${meta.name}/${entry.id}`;
    if (await copy(address)) {
      toast.done(t('link_copied'));
    } else {
      toast.problem(t('link_not_copied', { address }));
    }
  };
  const back = async () => {
    try {
      await restore(meta.name, entry.id);
      toast.done(t('restored', { name }));
    } catch (refused) {
      tell(refused);
    }
  };
  const drop = async () => {
    leaving.add(entry.id);
    try {
      await remove(meta.name, entry);
      if (peeked?.id === entry.id) {
        close();
      } else {
        await navigate(`/${meta.name}`);
      }
      queries.removeQueries({ queryKey: recordQuery(meta.name, entry.id).queryKey });
      await queries.invalidateQueries({ queryKey: recordsKey(meta.name) });
      toast.done(t('deleted', { name }), { undo: () => void back() });
    } catch (refused) {
      tell(refused);
    } finally {
      leaving.delete(entry.id);
    }
  };
  const items: MenuItem[] = [
    ...(meta.can.update
      ? [
          {
            key: 'edit',
            icon: <Pencil size={16} strokeWidth={1.5} aria-hidden />,
            label: t('edit'),
            run: () => edit(true),
          },
        ]
      : []),
    {
      key: 'copy',
      icon: <Link2 size={16} strokeWidth={1.5} aria-hidden />,
      label: t('copy_link'),
      run: () => void copyLink(),
    },
    ...verbsOf(meta)
      .filter((verb) => verb.can && isSeldom(meta, entry, verb.name))
      .map((verb) => ({
        key: verb.name,
        icon: <UserRoundCheck size={16} strokeWidth={1.5} aria-hidden />,
        label: say(verb.label),
        run: () => ask({ verb: verb.name }),
      })),
    ...(verbsOf(meta).some((verb) => verb.name === 'share' && verb.can)
      ? [
          {
            key: 'share',
            icon: <UserRoundPlus size={16} strokeWidth={1.5} aria-hidden />,
            label: t('share'),
            run: () => share(true),
          },
        ]
      : []),
    {
      key: 'history',
      icon: <History size={16} strokeWidth={1.5} aria-hidden />,
      label: t('history'),
      run: () => showHistory(true),
    },
  ];
  if (meta.can.delete) {
    items.push({
      key: 'delete',
      danger: true,
      apart: true,
      icon: <Trash2 size={16} strokeWidth={1.5} aria-hidden />,
      label: t('delete', { object: say(meta.label) }),
      run: () => void drop(),
    });
  }
  useCommands(items, 2);
  return (
    <>
      <Menu label={t('more')} items={items} className={styles.quiet}>
        <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
      </Menu>
      {asking && <AskVerb meta={meta} entry={entry} call={asking} onClose={() => ask(undefined)} />}
      {editing && (
        <Suspense fallback={null}>
          <EditDrawer meta={meta} entry={entry} onClose={() => edit(false)} />
        </Suspense>
      )}
      {sharing && (
        <Suspense fallback={null}>
          <ShareDialog object={meta.name} entry={entry} name={name} onClose={() => share(false)} />
        </Suspense>
      )}
      {history && (
        <Suspense fallback={null}>
          <HistoryDrawer meta={meta} id={entry.id} onClose={() => showHistory(false)} />
        </Suspense>
      )}
    </>
  );
}
