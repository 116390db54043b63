/** Somebody who writes or gets mails; the name is empty where only the address is known. */
export interface Box {
  name: string;
  address: string;
}

/** Reads `name <a@b>` or `a@b`, whatever stands there. */
export function boxOf(text: string): Box {
  const [, name = '', address] = /^\s*"?(.*?)"?\s*<([^<>]*)>\s*$/s.exec(text) ?? [];
  return { name, address: (address ?? text).trim() };
}

/** Writes it as the server takes it: signs that end a name in a list of addresses are left out. */
export function boxText({ name, address }: Box): string {
  const said = name.replace(/[\s,;<>"]+/g, ' ').trim();
  return said === '' || said === address ? address : `${said} <${address}>`;
}

/** The addresses of a list, as the server tells it. */
export const boxesOf = (list: unknown): string[] =>
  typeof list === 'string'
    ? list
        .split(/,\s*/)
        .map((each) => each.trim())
        .filter(Boolean)
    : [];

/** How somebody is called, if only by the address. */
export const calledOf = (text: string): string => {
  const { name, address } = boxOf(text);
  return name || address;
};

/** Whether a mail can be sent there, as far as that can be seen. */
export const isBox = (text: string): boolean =>
  /^[\w!#$%&'*+/=?^`{|}~.-]+@[^\s@<>,;.]+(\.[^\s@<>,;.]+)+$/.test(boxOf(text).address);

/** Mails to the same of these arrive at the same place. */
export const placeOf = (text: string): string => boxOf(text).address.toLowerCase();

const BETWEEN = /[,;，；、\n]+/;

/** What was typed or pasted in pieces: those that are ended, and the rest that is still being typed. */
export function pieces(text: string): { ended: string[]; rest: string } {
  const all = text.split(BETWEEN);
  const rest = all.pop() ?? '';
  return { ended: all.map((each) => each.trim()).filter(Boolean), rest };
}

/** Adds those that are not there yet. */
export function withBoxes(boxes: string[], more: string[]): string[] {
  const all = new Map(boxes.map((each) => [placeOf(each), each]));
  more.forEach((each) => all.has(placeOf(each)) || all.set(placeOf(each), each));
  return [...all.values()];
}
