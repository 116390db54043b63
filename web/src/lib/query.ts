import { MutationCache, QueryCache, QueryClient, type Query, type QueryKey } from '@tanstack/react-query';
import { Problem } from './api';

const TRIES = 2;

/** Refusals by which the server says that objects and fields are no longer as this page knows them. */
const outdated = new Set([
  'record.unknown_field',
  'record.unknown_object',
  'meta.unknown_field',
  'meta.unknown_object',
]);

const META = 'meta';

/** Whether the refusal means that this page knows objects and fields as they were. */
export const isOutdated = (error: unknown): boolean => error instanceof Problem && outdated.has(error.code);

/** What is known of objects and fields is asked for anew once it turns out to be old. */
function learn(error: Error, asked?: QueryKey): void {
  if (asked?.[0] !== META && isOutdated(error)) {
    void queryClient.invalidateQueries({ queryKey: [META] });
  }
}

const LATER = 20_000;

/** What is shown and could not be read anew, as when too much was asked, is tried again later. */
export const later = ({ state: { data, error } }: Pick<Query, 'state'>): number | false =>
  data !== undefined && error instanceof Problem && (error.status === 429 || error.status >= 500)
    ? LATER
    : false;

/** What was read lately; a refusal is an answer and not asked for again. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, { queryKey }) => learn(error, queryKey) }),
  mutationCache: new MutationCache({ onError: (error) => learn(error) }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => !(error instanceof Problem && error.status < 500) && failures < TRIES,
      refetchOnWindowFocus: true,
      refetchInterval: later,
    },
    // without a network a change is given back at once, not kept where nobody sees it
    mutations: { networkMode: 'always' },
  },
});
