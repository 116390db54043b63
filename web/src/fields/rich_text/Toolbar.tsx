import type { Editor } from '@tiptap/core';
import {
  Bold,
  Code,
  Heading2,
  Heading3,
  ImagePlus,
  Italic,
  Link2,
  List,
  ListOrdered,
  Redo2,
  Strikethrough,
  TextQuote,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { inAWord } from '@/ui/keys';
import { PICTURES } from '../file/check';
import { LinkBar } from './LinkBar';
import styles from './rich.module.css';

interface Props {
  editor: Editor;
  linking: boolean;
  onLink: (open: boolean) => void;
  onPictures: (files: File[]) => void;
}

type Name =
  | 'bold'
  | 'italic'
  | 'strike'
  | 'heading2'
  | 'heading3'
  | 'bullets'
  | 'numbers'
  | 'quote'
  | 'code'
  | 'link'
  | 'picture'
  | 'undo'
  | 'redo';

interface Tool {
  name: Name;
  Icon: LucideIcon;
  keys?: string;
  on?: boolean;
  able?: boolean;
  run?: () => void;
}

const SLANTS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d]/u;

/** Chinese is never slanted; only what is not yet chosen may become so. */
function canSlant({ state }: Editor): boolean {
  const { from, to, empty } = state.selection;
  return empty || SLANTS.test(state.doc.textBetween(from, to, ' '));
}

function tools(editor: Editor): Tool[] {
  const to = () => editor.chain().focus();
  const level = (n: 2 | 3) => ({
    on: editor.isActive('heading', { level: n }),
    run: () => to().toggleHeading({ level: n }).run(),
  });
  return [
    { name: 'bold', Icon: Bold, keys: 'B', on: editor.isActive('bold'), run: () => to().toggleBold().run() },
    {
      name: 'italic',
      Icon: Italic,
      keys: 'I',
      on: editor.isActive('italic'),
      able: canSlant(editor),
      run: () => to().toggleItalic().run(),
    },
    {
      name: 'strike',
      Icon: Strikethrough,
      on: editor.isActive('strike'),
      run: () => to().toggleStrike().run(),
    },
    { name: 'heading2', Icon: Heading2, ...level(2) },
    { name: 'heading3', Icon: Heading3, ...level(3) },
    {
      name: 'bullets',
      Icon: List,
      on: editor.isActive('bulletList'),
      run: () => to().toggleBulletList().run(),
    },
    {
      name: 'numbers',
      Icon: ListOrdered,
      on: editor.isActive('orderedList'),
      run: () => to().toggleOrderedList().run(),
    },
    {
      name: 'quote',
      Icon: TextQuote,
      on: editor.isActive('blockquote'),
      run: () => to().toggleBlockquote().run(),
    },
    { name: 'code', Icon: Code, on: editor.isActive('codeBlock'), run: () => to().toggleCodeBlock().run() },
    { name: 'link', Icon: Link2, keys: 'K', on: editor.isActive('link') },
    { name: 'picture', Icon: ImagePlus },
    { name: 'undo', Icon: Undo2, keys: 'Z', able: editor.can().undo(), run: () => to().undo().run() },
    { name: 'redo', Icon: Redo2, able: editor.can().redo(), run: () => to().redo().run() },
  ];
}

/** What can be done with the text; one stop of the keyboard, arrows go along it. */
export function Toolbar({ editor, linking, onLink, onPictures }: Props) {
  const { t } = useTranslation('rich');
  useSyncExternalStore(
    (tell) => {
      editor.on('transaction', tell);
      return () => editor.off('transaction', tell);
    },
    () => editor.state,
  );
  const [at, stand] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const all = tools(editor);
  const act = ({ name, able = true, run }: Tool) => {
    if (name === 'link') {
      onLink(true);
    } else if (name === 'picture') {
      chooser.current?.click();
    } else if (able) {
      run?.();
    }
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = (at + step + all.length) % all.length;
      stand(next);
      bar.current?.querySelectorAll('button')[next]?.focus();
    }
  };
  return (
    <>
      <div ref={bar} role="toolbar" aria-label={t('toolbar')} className={styles.bar} onKeyDown={press}>
        {all.map((tool, i) => {
          const { name, Icon, keys, on, able = true } = tool;
          const label = t(name);
          const hint = name === 'italic' && !able ? t('no_slant', { act: label }) : label;
          return (
            <button
              key={name}
              type="button"
              className={styles.tool}
              tabIndex={i === at ? 0 : -1}
              aria-label={label}
              title={hint + (keys ? ` ${inAWord(`mod+${keys}`)}` : '')}
              {...(on !== undefined && { 'aria-pressed': on })}
              aria-disabled={!able}
              onFocus={() => stand(i)}
              onMouseDown={(event) => event.preventDefault()} // the text keeps its selection
              onClick={() => act(tool)}
            >
              <Icon size={16} strokeWidth={1.5} aria-hidden />
            </button>
          );
        })}
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={PICTURES.join(',')}
        onChange={(event) => {
          onPictures([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {linking && <LinkBar editor={editor} onClose={() => onLink(false)} />}
    </>
  );
}
