import { answered, api, type Schemas } from '@/lib/api';

/** What a link from a mail asks one person to decide. */
export type Mailed = Schemas['MailedApproval'];

/** Whoever is signed in to this browser has nothing to do with it: the link alone says whose decision it is. */
const alone = { credentials: 'omit' } as const;

export const look = (link: string): Promise<Mailed> =>
  answered(api.POST('/api/v1/public/approvals/look', { ...alone, body: { link } }));

export const decide = (
  link: string,
  decision: 'approve' | 'refuse',
  content: string,
  comment: string,
): Promise<Mailed> =>
  answered(
    api.POST('/api/v1/public/approvals/decide', { ...alone, body: { link, decision, content, comment } }),
  );
