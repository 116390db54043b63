import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from './api';

export type Company = Schemas['Company'];

/** What the company is called, and by whose clock it works. */
export const companyQuery = queryOptions({
  queryKey: ['company'],
  staleTime: 60_000,
  queryFn: () => answered(api.GET('/api/v1/company')),
});

export const changeCompany = (changes: { label?: string; time_zone?: string }): Promise<Company> =>
  answered(api.PATCH('/api/v1/company', { body: changes }));
