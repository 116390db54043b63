import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '@/lib/api';

export type Tenant = Schemas['Tenant'];

/** The companies of this installation; asked only by its operator. */
export const tenantsQuery = queryOptions({
  queryKey: ['tenants'],
  queryFn: async () => (await answered(api.GET('/api/v1/tenants'))).items,
});

/** Makes a company with its tables and the one who looks after it first. */
export const foundCompany = (body: {
  name: string;
  label: string;
  admin: { login: string; password: string };
}): Promise<Tenant> => answered(api.POST('/api/v1/tenants', { body }));
