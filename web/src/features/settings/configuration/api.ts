import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '@/lib/api';
import { queryClient } from '@/lib/query';

export type Change = Schemas['ConfigurationChanges']['items'][number];

/** What the company made of Hemai, as text; asked anew each time, since others shape as well. */
export const readConfiguration = async (): Promise<string> =>
  (await answered(api.GET('/api/v1/meta/configuration'))).text;

/** What bringing the text in would change. */
export const previewQuery = (text: string) =>
  queryOptions({
    queryKey: ['configuration', text],
    queryFn: async () =>
      (await answered(api.POST('/api/v1/meta/configuration/preview', { body: { text } }))).items,
    gcTime: 0,
    retry: false,
  });

/** Brings the text in; everything on the page may be another afterwards, also where it stopped on the way. */
export async function bringIn(text: string): Promise<Change[]> {
  try {
    return (await answered(api.POST('/api/v1/meta/configuration', { body: { text } }))).items;
  } finally {
    await queryClient.invalidateQueries();
  }
}
