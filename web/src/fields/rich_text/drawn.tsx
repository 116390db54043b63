import { createElement, type CSSProperties, type ReactNode } from 'react';
import { harmless, OWN_FILE } from './allowed';

/** Drawn as they are; what is not here is drawn by what is in it, and what carries no words not at all. */
const KEPT = new Set([
  ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'pre', 'code'],
  ...['b', 'strong', 'i', 'em', 'u', 's', 'del', 'sub', 'sup', 'mark'],
  ...['ul', 'ol', 'li', 'thead', 'tbody', 'tr', 'th', 'td', 'table', 'a', 'img', 'div', 'span'],
]);
const WORDLESS = new Set(['script', 'style', 'template', 'iframe', 'object', 'svg', 'math', 'form', 'title']);
const EMPTY = new Set(['br', 'hr', 'img']);

const count = (element: Element, name: string): number | undefined => {
  const value = element.getAttribute(name);
  return value !== null && /^\d{1,4}$/.test(value) ? Number(value) : undefined;
};

/** Of styles those that fit both modes: no colours, which somebody chose for paper. */
function styleOf({ style }: HTMLElement): CSSProperties | undefined {
  const kept: CSSProperties = {};
  if (/^(center|right|justify)$/.test(style.textAlign)) {
    kept.textAlign = style.textAlign as 'center';
  }
  if (/^(bold|[6-9]00)$/.test(style.fontWeight)) {
    kept.fontWeight = 600;
  }
  if (style.fontStyle === 'italic') {
    kept.fontStyle = 'italic';
  }
  if (/^(underline|line-through)$/.test(style.textDecoration)) {
    kept.textDecoration = style.textDecoration;
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/** What the element says besides its words; undefined when it must not be drawn. */
function attributes(element: Element, tag: string): Record<string, unknown> | undefined {
  if (tag === 'a') {
    const href = harmless(element.getAttribute('href'));
    return href === undefined ? {} : { href, target: '_blank', rel: 'noopener noreferrer nofollow' };
  }
  if (tag === 'img') {
    const src = element.getAttribute('src') ?? '';
    return OWN_FILE.test(src)
      ? {
          src,
          alt: element.getAttribute('alt') ?? '',
          width: count(element, 'width'),
          height: count(element, 'height'),
          loading: 'lazy',
          decoding: 'async',
        }
      : undefined;
  }
  if (tag === 'td' || tag === 'th') {
    return { colSpan: count(element, 'colspan'), rowSpan: count(element, 'rowspan') };
  }
  return tag === 'ol' ? { start: count(element, 'start') } : {};
}

function node(from: Node, key: number): ReactNode {
  if (from.nodeType === Node.TEXT_NODE) {
    return from.textContent;
  }
  if (!(from instanceof HTMLElement) || WORDLESS.has(from.tagName.toLowerCase())) {
    return null;
  }
  const tag = from.tagName.toLowerCase();
  if (!KEPT.has(tag)) {
    return within(from);
  }
  const own = attributes(from, tag);
  if (own === undefined) {
    return null;
  }
  const style = styleOf(from);
  const props = { key, ...own, ...(style && { style }) };
  return EMPTY.has(tag) ? createElement(tag, props) : createElement(tag, props, within(from));
}

/** Spaces between rows and cells would be refused by the browser. */
const SPACED_NOT = new Set(['table', 'thead', 'tbody', 'tr', 'ul', 'ol']);

function within(parent: HTMLElement): ReactNode[] {
  const tight = SPACED_NOT.has(parent.tagName.toLowerCase());
  return [...parent.childNodes]
    .filter((child) => !tight || child.nodeType === Node.ELEMENT_NODE)
    .map((child, i) => node(child, i));
}

/** Rich text as elements of the page, made one by one of what may be there; nothing is taken over as it comes. */
export const drawn = (html: string): ReactNode =>
  within(new DOMParser().parseFromString(html, 'text/html').body);
