import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import type { Values } from '@/lib/changes';
import { once } from '@/lib/once';
import { recordsKey, type Entry, type Filter } from '@/lib/records';
import type { MailDraft } from './draft';

/** Files that are fit to go along with a mail; the server's limits. */
export const MOST_FILES = 20;
export const MOST_BYTES = 20 * 1024 * 1024;

/** Does what a verb says, of a record however it is now; sent again when nobody knows what became of it, it is done once. */
const done = <T>(object: string, id: string, verb: string, body: Values = {}): Promise<T> =>
  once([object, id, verb, body], async (key) => {
    const call = api.POST('/api/v1/records/{object}/{id}/{verb}', {
      params: { path: { object, id, verb }, header: { 'Idempotency-Key': key } },
      body,
    });
    return (await answered(call)) as unknown as T;
  });

interface Leaving {
  /** What stands for it on the timeline. */
  activity: string;
}

/** Sends it in a moment, until when it can be taken back. */
export const sendMail = (object: string, id: string, draft: MailDraft): Promise<Leaving> => {
  const { to, cc, bcc, subject, body, quote, files, answers } = draft;
  const whole = (body ?? '') + (quote ?? '');
  return done(object, id, 'send_mail', {
    to,
    cc,
    bcc,
    subject: subject.trim(),
    body: whole,
    files: files.map((file) => file.id),
    answers,
  });
};

export const takeBack = (activity: string): Promise<unknown> => done('activity', activity, 'take_back');
export const sendAgain = (activity: string): Promise<unknown> => done('activity', activity, 'send_again');

/** What a template says of the record. */
export const draftMail = (
  object: string,
  id: string,
  template: string,
): Promise<{ subject: string; body: string }> => done(object, id, 'draft_mail', { template });

export const TEMPLATE = 'mail_template';
const MOST_TEMPLATES = 100;

/** Templates for records of the object, and for any. */
export const templatesQuery = (object: string) =>
  queryOptions({
    queryKey: [...recordsKey(TEMPLATE), 'for', object],
    queryFn: async ({ signal }) => {
      const filter: Filter = {
        or: [
          { field: 'object', op: 'empty' },
          { field: 'object', op: 'eq', value: object },
        ],
      };
      const call = api.POST('/api/v1/records/{object}/query', {
        params: { path: { object: TEMPLATE } },
        body: { filter, fields: ['name'], sort: ['name'], limit: MOST_TEMPLATES },
        signal,
      });
      const { items } = (await answered(call)) as unknown as { items: Entry[] };
      return items.map(({ id, name }) => ({ key: id, label: typeof name === 'string' ? name : '' }));
    },
  });
