import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Unread } from './Unread';

interface Props {
  /** What is read page by page. */
  pages: UseInfiniteQueryResult;
  /** Whether something of it is shown already. */
  rest: boolean;
}

/** Below what is read page by page: the next page, or why there is none and another try. */
export function Further({ pages, rest }: Props) {
  const { t } = useTranslation();
  if (pages.error) {
    return (
      <Unread
        error={pages.error}
        rest={rest}
        busy={pages.isFetching}
        retry={() => void (pages.isFetchNextPageError ? pages.fetchNextPage() : pages.refetch())}
      />
    );
  }
  return (
    pages.hasNextPage && (
      <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {t('more')}
      </Button>
    )
  );
}
