import type { InfiniteQueryObserverResult } from '@tanstack/react-query';
import { useCallback } from 'react';

/** The rest of a list that could not be read. */
export interface Unread {
  error: Error;
  /** Whether it is being read again. */
  busy: boolean;
  retry: () => void;
}

/** Asks for the next page when it is wanted; one that could not be read is asked for again only by a person. */
export function useFurther({
  hasNextPage,
  isFetchingNextPage,
  isFetchNextPageError,
  fetchNextPage,
  error,
}: InfiniteQueryObserverResult) {
  const next = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const unread: Unread | undefined = isFetchNextPageError
    ? { error, busy: isFetchingNextPage, retry: () => void fetchNextPage() }
    : undefined;
  return { next, unread };
}
