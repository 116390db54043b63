/** Carries nothing that one reads. */
const DROPPED = new Set(['STYLE', 'SCRIPT', 'META', 'LINK', 'TITLE', 'XML', 'TEMPLATE', 'NOSCRIPT']);

const styleOf = (element: Element): string => element.getAttribute('style') ?? '';

const isListed = (element: Element): boolean =>
  element.tagName === 'P' &&
  (/mso-list:\s*l\d/i.test(styleOf(element)) ||
    (element.getAttribute('class') ?? '').startsWith('MsoListParagraph'));

const isSign = (element: Element): boolean => /mso-list:\s*ignore/i.test(styleOf(element));

/** `1.`, `a)`, `（一）` count; a dot does not. */
const COUNTS = /^[\s（(]*(\d+|[a-z]|[ivx]+|[一二三四五六七八九十]+)[.、)）]/i;

function sweep(node: ParentNode): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === Node.COMMENT_NODE) {
      child.remove();
    } else if (child instanceof Element) {
      if (DROPPED.has(child.tagName.toUpperCase())) {
        child.remove();
      } else {
        sweep(child);
        if (child.tagName.includes(':')) {
          child.replaceWith(...child.childNodes); // Word's own, such as o:p
        }
      }
    }
  }
}

/** Takes the sign off the paragraph and tells whether it counts. */
function unsigned(paragraph: Element): boolean {
  const sign = [...paragraph.querySelectorAll('span')].find(isSign);
  const counts = COUNTS.test(sign?.textContent ?? '');
  sign?.remove();
  return counts;
}

const levelOf = (paragraph: Element): number => Number(/level(\d+)/i.exec(styleOf(paragraph))?.[1] ?? 1);

/** Makes lists of what Word writes as paragraphs with a sign before them. */
function listed(page: Document): void {
  const open: { level: number; list: Element }[] = [];
  let before: Element | null = null;
  for (const paragraph of [...page.body.querySelectorAll('p')].filter(isListed)) {
    if (paragraph.previousElementSibling !== before || before === null) {
      open.length = 0;
    }
    const level = levelOf(paragraph);
    const counts = unsigned(paragraph);
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) {
      open.pop();
    }
    let at = open.at(-1);
    if (!at || at.level < level) {
      const list = page.createElement(counts ? 'ol' : 'ul');
      const item = at?.list.lastElementChild;
      if (item) {
        item.append(list);
      } else {
        paragraph.before(list);
        before = list;
      }
      at = { level, list };
      open.push(at);
    }
    const item = page.createElement('li');
    item.append(...paragraph.childNodes);
    at.list.append(item);
    paragraph.remove();
  }
}

/** What is pasted from Word or a page of the web: its words and their order, without what only its program understands. */
export function cleaned(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  sweep(page.body);
  listed(page);
  return page.body.innerHTML;
}
