import type { ObjectMeta } from '@/lib/meta';
import type { SavedView } from '@/lib/views';
import { arrangementOf, type Arrangement, type Kept } from './arrangement';
import { builtInViews, type BuiltIn } from './builtIn';

/** Whose a view is: everybody's from the start, one's own, that of a role, or shared by a colleague. */
export type Origin = 'built_in' | 'own' | 'company' | 'shared';

export interface ViewChoice {
  id: string;
  origin: Origin;
  builtIn: BuiltIn | undefined;
  saved: SavedView | undefined;
  arrangement: Arrangement;
}

export const ownerOf = ({ owner }: SavedView): string | undefined =>
  owner && 'id' in owner ? owner.id : undefined;

function originOf(view: SavedView, me: string | undefined): Origin {
  if ((view.audience ?? []).length > 0) {
    return 'company';
  }
  return ownerOf(view) === me ? 'own' : 'shared';
}

/** Those that everybody begins with stand before the saved ones. */
const FIRST: BuiltIn[] = ['open', 'all', 'mine'];

/** What a person may choose from, in the order of the tabs. */
export function choicesOf(meta: ObjectMeta, saved: SavedView[], me: string | undefined): ViewChoice[] {
  const builtIn = builtInViews(meta).map(({ id, arrangement }): ViewChoice => ({
    id,
    origin: 'built_in',
    builtIn: id,
    saved: undefined,
    arrangement,
  }));
  const kept = saved.map((view): ViewChoice => ({
    id: view.id,
    origin: originOf(view, me),
    builtIn: undefined,
    saved: view,
    arrangement: arrangementOf(view as unknown as Kept),
  }));
  const first = (choice: ViewChoice) => FIRST.some((id) => id === choice.builtIn);
  const of = (origin: Origin) => kept.filter((choice) => choice.origin === origin);
  return [
    ...builtIn.filter(first),
    ...of('own'),
    ...of('company'),
    ...of('shared'),
    ...builtIn.filter((choice) => !first(choice)),
  ];
}

/** What was shown last: in this window with all changes, and in this browser. */
export interface Memory {
  here: string | null;
  last: string | null;
}

/** Under which the person's wish is kept with which view a list opens that is not the person's own. */
export const beginsKey = (object: string): string => `view.${object}`;

/** With which address a list opens when nothing is asked for; `begins` is the view that the person wished for. */
export function opening(
  choices: ViewChoice[],
  { here, last }: Memory,
  begins: string | null = null,
): URLSearchParams {
  const there = (id: string | null): id is string =>
    id !== null && choices.some((choice) => choice.id === id);
  const kept = new URLSearchParams(here ?? '');
  if (there(kept.get('view'))) {
    return kept;
  }
  const defaults = (origin: Origin) =>
    choices.find((choice) => choice.origin === origin && choice.saved?.is_default === true)?.id;
  const id =
    (there(begins) ? begins : defaults('own')) ??
    (there(last) ? last : undefined) ??
    defaults('company') ??
    choices[0]?.id ??
    'all';
  return new URLSearchParams({ view: id });
}
