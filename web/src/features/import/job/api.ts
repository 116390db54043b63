import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '@/lib/api';

/** An import as it stands: looked at, tried, running, done. */
export type Import = Schemas['Import'];
export type ImportBrief = Schemas['ImportBrief'];
export type Mapping = Schemas['Mapping'];
export type Guess = Import['proposal']['columns'][number];
export type Kind = Import['kinds'][number];
export type Wanted = Omit<
  Schemas['NewImport'],
  'file' | 'look' | 'dry_run' | 'repair' | 'duplicates' | 'mode'
> &
  Partial<Pick<Schemas['NewImport'], 'look' | 'dry_run' | 'repair' | 'duplicates' | 'mode'>>;

/** The server takes no file above this many bytes. */
export const MOST_BYTES = 1024 * 1024 * 1024;

const PULSE = 700;

export const isOpen = ({ status }: { status: string }): boolean =>
  status === 'queued' || status === 'running';

export const importKey = (id: string) => ['imports', 'one', id] as const;

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: importKey(id),
    queryFn: ({ signal }) => answered(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? PULSE : false),
    refetchIntervalInBackground: true,
  });

export const historyQuery = infiniteQueryOptions({
  queryKey: ['imports', 'all'],
  queryFn: ({ pageParam, signal }) =>
    answered(
      api.GET('/api/v1/imports', {
        params: { query: { limit: 50, ...(pageParam !== null && { after: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
  refetchInterval: ({ state }) =>
    state.data?.pages.some((page) => page.items.some(isOpen)) === true ? 2 * PULSE : false,
});

/** The rows with problems of a kind, page by page. */
export const problemsQuery = (id: string, code: string, column: string | null) =>
  infiniteQueryOptions({
    queryKey: ['imports', 'problems', id, code, column],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/api/v1/imports/{id}/problems', {
          params: {
            path: { id },
            query: {
              code,
              limit: 20,
              ...(column !== null && { column }),
              ...(pageParam !== null && { after: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: Infinity,
  });

function formOf(wanted: Wanted, file: File | undefined): FormData {
  const form = new FormData();
  Object.entries(wanted as Record<string, string | boolean | object | undefined>).forEach(([name, value]) => {
    if (value !== undefined) {
      form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
    }
  });
  if (file) {
    form.set('file', file, file.name);
  }
  return form;
}

/** Sends a file, or names the import it came with, and what is to become of it. */
export const start = (wanted: Wanted, file?: File): Promise<Import> =>
  answered(
    api.POST('/api/v1/imports', {
      body: wanted as Schemas['NewImport'],
      bodySerializer: () => formOf(wanted, file),
    }),
  );

export const cancel = (id: string): Promise<Import> =>
  answered(api.POST('/api/v1/imports/{id}/cancel', { params: { path: { id } } }));

export const undo = (id: string): Promise<Import> =>
  answered(api.POST('/api/v1/imports/{id}/undo', { params: { path: { id } } }));

export const errorsOf = (id: string): string => `/api/v1/imports/${id}/errors.csv`;
