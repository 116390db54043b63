import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import { all } from '@/lib/filters';
import type { Field } from '@/lib/meta';
import { recordsKey, type Entry, type Filter, type Page } from '@/lib/records';
import { NONE } from '../path/move';
import type { Plan } from './plan';
import { totalsOf, type Summed } from './totals';

const FIRST = 50;
/** Who scrolls on gets more at once, so that a long column takes few calls to be read anew. */
const FURTHER = 200;

const holds = (field: Field, value: string | null): Filter =>
  value === null ? { field: field.name, op: 'empty' } : { field: field.name, op: 'eq', value };

function within({ by, filter, lanes, lane }: Plan, code: string): Filter {
  const here = holds(by, code === NONE ? null : code);
  return all(filter, here, lanes && lane !== undefined ? holds(lanes, lane) : undefined);
}

/** All columns of the board, or of a lane of it. */
export const columnsKey = ({ meta, by, filter, sort, fields, lane }: Plan) =>
  [...recordsKey(meta.name), 'board', by.name, { filter, sort, fields, lane }] as const;

/** The cards of one column; a sort of its own for what is finished. */
export const columnQuery = (plan: Plan, code: string, sort: string) =>
  infiniteQueryOptions({
    queryKey: [...columnsKey(plan), code],
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const { items, next } = (await answered(
        api.POST('/api/v1/records/{object}/query', {
          params: { path: { object: plan.meta.name } },
          body: {
            filter: within(plan, code),
            sort: [sort],
            fields: plan.fields,
            limit: pageParam === null ? FIRST : FURTHER,
            ...(pageParam !== null && { after: pageParam }),
          },
          signal,
        }),
      )) as unknown as { items: Entry[]; next: string | null };
      return { items, next };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page) => last.next,
  });

/** Count and sums of all columns, and of all lanes, in one call. */
export const totalsQuery = ({ meta, by, filter, lanes }: Plan, { sum, weighted }: Summed) =>
  queryOptions({
    queryKey: [
      ...recordsKey(meta.name),
      'board-totals',
      by.name,
      { filter, sum, weighted, lanes: lanes?.name },
    ],
    queryFn: async ({ signal }) =>
      totalsOf(
        await answered(
          api.POST('/api/v1/reports/run', {
            body: {
              object: meta.name,
              ...(filter && { filter }),
              group_by: [{ field: by.name }, ...(lanes ? [{ field: lanes.name }] : [])],
              measures: [
                { fn: 'count', name: 'n' },
                ...(sum ? [{ fn: 'sum' as const, field: sum, name: 'sum' }] : []),
                ...(weighted ? [{ fn: 'sum' as const, field: weighted, name: 'weighted' }] : []),
              ],
              limit: 1000,
            },
            signal,
          }),
        ),
        lanes !== undefined,
      ),
  });
