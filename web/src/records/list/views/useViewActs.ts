import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { create, patch, remove, restore, type Values } from '@/lib/changes';
import { favouritesQuery } from '@/lib/desk';
import { forgetPreference, prefer } from '@/lib/preferences';
import type { ObjectMeta } from '@/lib/meta';
import { recordsKey } from '@/lib/records';
import { sessionQuery } from '@/lib/session';
import { sharingQuery } from '@/lib/sharing';
import { VIEW, viewsQuery, type SavedView } from '@/lib/views';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { keptOf, type Arrangement } from './arrangement';
import { beginsKey, type ViewChoice } from './choices';
import { moved } from './moved';
import type { Views } from './useViews';

export const mayShape = (session: { admin: string[] } | null | undefined): boolean =>
  session?.admin.includes('meta') === true;

/** Whether the person may change the view that is shown. */
export function useMayChange({ origin, saved }: ViewChoice): boolean {
  const inPart = saved?.withheld !== undefined;
  const { data: session } = useQuery(sessionQuery);
  const { data: sharing } = useQuery({
    ...sharingQuery(VIEW, saved ?? ({} as SavedView)),
    enabled: saved !== undefined && origin === 'shared' && !inPart,
  });
  switch (origin) {
    case 'built_in':
      return false;
    case 'own':
      return true;
    case 'company':
      return mayShape(session) && !inPart;
    case 'shared':
      return sharing?.change === true;
  }
}

/** What can be done with views; each act says what came of it and can be taken back where that makes sense. */
export function useViewActs(meta: ObjectMeta, views: Views) {
  const { t } = useTranslation('views');
  const queries = useQueryClient();
  const { queryKey } = viewsQuery(meta.name);
  /** Views, and what the sidebar calls them. */
  const fresh = () => {
    void queries.invalidateQueries({ queryKey: favouritesQuery.queryKey });
    return queries.invalidateQueries({ queryKey: recordsKey(VIEW) });
  };
  const standing = (id: string) => queries.getQueryData(queryKey)?.find((view) => view.id === id);
  const put = (view: SavedView) =>
    queries.setQueryData(queryKey, (all) =>
      all?.some((each) => each.id === view.id)
        ? all.map((each) => (each.id === view.id ? view : each))
        : [...(all ?? []), view],
    );

  /** Tries, and says why it did not come to pass. */
  const trying = async <T>(deed: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await deed();
    } catch (refused) {
      tell(refused);
      await fresh();
      return undefined;
    }
  };
  const write = async (view: SavedView, values: Values) => {
    const after = (await patch(VIEW, standing(view.id) ?? view, values)) as SavedView;
    put(after);
    return after;
  };
  const undo = (run: () => Promise<unknown>) => ({ undo: () => void trying(run).then(fresh) });

  return {
    /** Keeps in the view what is shown. */
    save: (view: SavedView, now: Arrangement) =>
      trying(async () => {
        const { kind, filter, columns, sort, settings } = view;
        await write(view, { ...keptOf(now) });
        views.discard();
        toast.done(
          t('saved', { name: view.name }),
          undo(() => write(view, { kind, filter, columns, sort, settings })),
        );
      }),
    /** Keeps what is shown as a new view, and opens that. */
    saveAs: (name: string, now: Arrangement) =>
      trying(async () => {
        const made = await create(VIEW, { name, object: meta.name, ...keptOf(now) });
        put(made as SavedView);
        views.open(made.id);
        toast.done(t('saved', { name }));
        return made;
      }),
    rename: (view: SavedView, name: string) =>
      trying(async () => {
        await write(view, { name });
        void fresh();
        toast.done(
          t('renamed', { name }),
          undo(() => write(view, { name: view.name })),
        );
      }),
    /** Opens the list with the view from now on, or as usual; of views that are not one's own that is kept apart. */
    begin: ({ id, origin, saved: view }: ViewChoice, name: string, with_: boolean) =>
      trying(async () => {
        const others = views.choices.flatMap(({ origin, saved }) =>
          with_ && origin === 'own' && saved?.is_default && saved.id !== id ? [saved] : [],
        );
        for (const other of others) {
          await write(other, { is_default: false });
        }
        await forgetPreference(beginsKey(meta.name));
        if (origin === 'own' && view) {
          await write(view, { is_default: with_ });
        } else if (with_) {
          await prefer(beginsKey(meta.name), { view: id });
        }
        toast.done(t(with_ ? 'begins' : 'begins_no_more', { name }));
      }),
    /** Says for whose roles the view is. */
    offer: (view: SavedView, values: { audience: string[]; is_default: boolean }) =>
      trying(() => {
        put({ ...(standing(view.id) ?? view), ...values });
        return write(view, values);
      }),
    remove: (view: SavedView) =>
      trying(async () => {
        await remove(VIEW, standing(view.id) ?? view);
        views.open('all');
        queries.setQueryData(queryKey, (all) => all?.filter((each) => each.id !== view.id));
        toast.done(
          t('removed', { name: view.name }),
          undo(async () => {
            await restore(VIEW, view.id);
            await fresh();
            views.open(view.id);
          }),
        );
        await fresh();
      }),
    /** Puts one's own view at another place among one's own. */
    move: (from: number, to: number) =>
      trying(async () => {
        const own = views.choices.flatMap(({ origin, saved }) => (origin === 'own' && saved ? [saved] : []));
        const after = moved(own, from, to).map((view, position) => ({ view, position }));
        const placed = new Map(after.map(({ view, position }) => [view.id, position]));
        queries.setQueryData(queryKey, (all) =>
          all
            ?.map((view) => ({ ...view, position: placed.get(view.id) ?? view.position }))
            .sort((a, b) => (placed.get(a.id) ?? own.length) - (placed.get(b.id) ?? own.length)),
        );
        for (const { view, position } of after.filter((each) => each.view.position !== each.position)) {
          await patch(VIEW, view, { position });
        }
        await fresh();
      }),
  };
}

export type ViewActs = ReturnType<typeof useViewActs>;
