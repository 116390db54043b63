import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from './api';
import { recordsKey, type Filter, type Link, type Money } from './records';

type Request = Schemas['ReportRequest'];
export type Report = Schemas['Report'];
export type Row = Record<string, unknown>;

export interface Asked {
  object: string;
  filter?: Filter;
  group_by?: NonNullable<Request['group_by']>;
  measures: NonNullable<Request['measures']>;
  sort?: string[];
}

const MOST = 1000;

/** Numbers over the records of an object; a change of one of them has them counted anew. */
export const reportQuery = (asked: Asked) =>
  queryOptions({
    queryKey: [...recordsKey(asked.object), 'report', asked],
    queryFn: ({ signal }) =>
      answered(api.POST('/api/v1/reports/run', { body: { ...asked, limit: MOST }, signal })),
  });

/** A report that stands ready on the server, about records of the object. */
export const readyReportQuery = (object: string, name: string, filter: Filter | undefined) =>
  queryOptions({
    queryKey: [...recordsKey(object), 'report', name, filter ?? null],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/api/v1/reports/{name}', {
          params: { path: { name }, query: filter === undefined ? {} : { filter: JSON.stringify(filter) } },
          signal,
        }),
      ),
  });

const named = (report: Report, values: unknown[]): Row =>
  Object.fromEntries(report.columns.map((column, i) => [column.name, values[i]]));

export const rowsOf = (report: Report | undefined): Row[] =>
  report?.rows.map((row) => named(report, row)) ?? [];

/** Over all that matches. */
export const totalOf = (report: Report | undefined): Row => (report ? named(report, report.total) : {});

export const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;

/** A measure as a number; nothing is nought. */
export function numberOf(value: unknown): number {
  return Number((isMoney(value) ? value.amount : value) ?? 0);
}

export const currencyOf = (value: unknown): string | undefined =>
  isMoney(value) ? value.currency : undefined;

/** A group of a report that is a link: its id, and how it is called. */
export function linkOf(value: unknown): { id: string | null; label: string | undefined } {
  const link = value as Link | null;
  return link && 'id' in link
    ? { id: link.id, label: link.label ?? undefined }
    : { id: null, label: undefined };
}

export const count = { fn: 'count' as const, name: 'count' };
