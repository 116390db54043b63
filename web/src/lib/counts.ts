import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api } from './api';
import type { Filter } from './records';

/** How many records match; with more than that it is not said how many. */
export interface Counted {
  value: number;
  exact: boolean;
}

export interface Question {
  object: string;
  filter: Filter;
}

const UP_TO = 99;

/** Several small numbers are asked for together; which objects they are about stands in no key of its own. */
export const countsKey = ['counts'] as const;

/** How many records match each question, counted no further than anybody would read. */
export const countsQuery = (questions: Question[]) =>
  queryOptions({
    queryKey: [...countsKey, questions],
    enabled: questions.length > 0,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Counted[]> =>
      (await answered(api.POST('/api/v1/counts', { body: { of: questions, up_to: UP_TO }, signal }))).counts,
  });
