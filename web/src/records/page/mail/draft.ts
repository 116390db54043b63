import type { StoredFile } from '@/lib/files';
import { verbsOf, type ObjectMeta } from '@/lib/meta';

/** A mail that is being written. */
export interface MailDraft {
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  /** Rich text; null for none. */
  body: string | null;
  /** What is quoted below it, as rich text. */
  quote: string | null;
  files: StoredFile[];
  /** The mail that is answered. */
  answers: string | null;
  /** Whether the recipients were looked at, so that none are proposed any more. */
  addressed: boolean;
}

export const NO_MAIL: MailDraft = {
  to: [],
  cc: [],
  bcc: [],
  subject: '',
  body: null,
  quote: null,
  files: [],
  answers: null,
  addressed: false,
};

/** Whether there is anything that one would miss. */
export const isBegun = ({ to, cc, bcc, subject, body, files, answers, addressed }: MailDraft): boolean =>
  (addressed && [to, cc, bcc].some((boxes) => boxes.length > 0)) ||
  files.length > 0 ||
  [subject, body, answers].some(Boolean);

/** Whether the person may mail those whom records of the object are about. */
export const sends = (meta: ObjectMeta): boolean =>
  verbsOf(meta).some(({ name, can }) => name === 'send_mail' && can);
