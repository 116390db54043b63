import { QueryClient } from '@tanstack/react-query';
import { Problem } from './api';

const TRIES = 2;

/** What was read lately; a refusal is an answer and not asked for again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => !(error instanceof Problem && error.status < 500) && failures < TRIES,
      refetchOnWindowFocus: true,
    },
    // without a network a change is given back at once, not kept where nobody sees it
    mutations: { networkMode: 'always' },
  },
});
