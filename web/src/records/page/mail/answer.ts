import type { Item } from '../timeline/item';
import { boxesOf, placeOf, withBoxes } from './address';
import { NO_MAIL, type MailDraft } from './draft';
import { isMail } from './threaded';

const REPLY = /^(?:\s*(?:re|回复|答复|回覆)\s*[:：])+\s*/i;

/** The subject of an answer, which says so once. */
export const answerSubject = (subject: string): string => `Re: ${subject.replace(REPLY, '')}`;

const isOutbound = ({ facts }: Item): boolean => facts.direction === 'outbound';

/** One address may be written with a mark behind a plus, by which answers are told apart. */
const unmarked = (text: string): string => placeOf(text).replace(/\+[^@]*@/, '@');

/** By which addresses Hemai sent these mails. */
export const ownBoxes = (items: Item[]): Set<string> =>
  new Set(
    items
      .filter((item) => isMail(item) && isOutbound(item))
      .flatMap(({ facts }) => boxesOf(facts.mail_from).map(unmarked)),
  );

/** Who gets the answer: whoever wrote, or, after a mail of one's own, the same once more; `all` those besides, but none of us. */
export function answered(item: Item, all: boolean, own: Set<string>): Pick<MailDraft, 'to' | 'cc'> {
  const [from, to, cc] = [item.facts.mail_from, item.facts.mail_to, item.facts.mail_cc].map(boxesOf);
  const others = (boxes: string[] = []) => boxes.filter((box) => !own.has(unmarked(box)));
  if (isOutbound(item)) {
    return { to: to ?? [], cc: all ? (cc ?? []) : [] };
  }
  const first = withBoxes([], from ?? []);
  const told = new Set(first.map(placeOf));
  const besides = withBoxes(others(to), others(cc)).filter((box) => !told.has(placeOf(box)));
  return { to: first, cc: all ? besides : [] };
}

/** Whether an answer to all reaches more than one to whoever wrote. */
export const hasOthers = (item: Item, own: Set<string>): boolean => {
  const one = answered(item, false, own);
  const every = answered(item, true, own);
  return every.to.length + every.cc.length > one.to.length + one.cc.length;
};

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const paragraphs = (text: string): string =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part).replace(/\n/g, '<br>')}</p>`)
    .join('');

/** What is quoted below an answer, after a line that says who wrote it when. */
export const quoteOf = (said: string, body: string): string =>
  `<p>${escaped(said)}</p><blockquote>${paragraphs(body)}</blockquote>`;

/** The answer to a mail, as it begins. */
export const answerTo = (item: Item, all: boolean, own: Set<string>, said: string): MailDraft => ({
  ...NO_MAIL,
  ...answered(item, all, own),
  subject: answerSubject(item.title ?? ''),
  quote: item.body === null ? null : quoteOf(said, item.body),
  answers: item.record.id,
  addressed: true,
});
