import { Extension, Mark, mergeAttributes, Node, type Editor, type Extensions } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { HEADINGS, OWN_FILE } from './allowed';

const mark = (name: string, tag: string) =>
  Mark.create({
    name,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  });

const sizes = Object.fromEntries(
  ['width', 'height'].map((name) => [
    name,
    { default: null, parseHTML: (element: HTMLElement) => element.getAttribute(name) },
  ]),
);

/** A picture of our own file store; the sanitiser lets no other through. */
const Picture = Node.create({
  name: 'image',
  group: 'block',
  draggable: true,
  addAttributes: () => ({ src: { default: null }, alt: { default: '' }, ...sizes }),
  parseHTML: () => [
    {
      tag: 'img[src]',
      getAttrs: (element) => (OWN_FILE.test(element.getAttribute('src') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['img', mergeAttributes(HTMLAttributes)],
});

const ALIGNED = /^(center|right|justify)$/;

const Aligned = Extension.create({
  name: 'aligned',
  addGlobalAttributes: () => [
    {
      types: ['heading', 'paragraph'],
      attributes: {
        align: {
          default: null,
          parseHTML: (element) => (ALIGNED.test(element.style.textAlign) ? element.style.textAlign : null),
          renderHTML: ({ align }) => (typeof align === 'string' ? { style: `text-align:${align}` } : {}),
        },
      },
    },
  ],
});

/** Ends no line: by this key the page around saves. */
const Keys = Extension.create({
  name: 'keys',
  priority: 1000,
  addKeyboardShortcuts: () => ({ 'Mod-Enter': () => true }),
});

/** Everything that the sanitiser lets through, so that nothing is lost when somebody changes a word. */
export const extensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [...HEADINGS] },
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  TableKit.configure({ table: { resizable: false } }),
  Picture,
  Aligned,
  mark('subscript', 'sub'),
  mark('superscript', 'sup'),
  mark('highlight', 'mark'),
  Keys,
];

/** What was written, without the empty line in which one could go on; null for nothing. */
export const written = (editor: Editor): string | null =>
  editor.isEmpty ? null : editor.getHTML().replace(/(<p><\/p>)+$/, '');
