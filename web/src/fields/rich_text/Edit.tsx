import { Editor } from '@tiptap/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { fileUrl } from '@/lib/files';
import { say, type Field } from '@/lib/meta';
import { Sending } from '../file/Sending';
import { isPicture } from '../file/check';
import { useUpload } from '../file/useUpload';
import { asText, isEmpty, type Edited } from '../values';
import { cleaned } from './cleaned';
import { extensions, written } from './schema';
import { Toolbar } from './Toolbar';
import styles from './rich.module.css';
import '@fontsource-variable/inter/wght-italic.css';

const pictures = (data: DataTransfer | null) => [...(data?.files ?? [])].filter(isPicture);

/** What is written need be no field of a record. */
type Written = Omit<Edited, 'field'> & { field: Pick<Field, 'label'> };

/** Writes text with headings, lists and pictures; what is pasted keeps its order and loses its clothes. */
export default function Edit({ field, value, onChange, id, autoFocus, wrong }: Written) {
  const place = useRef<HTMLDivElement>(null);
  const [linking, link] = useState(false);
  const [editor] = useState(
    () =>
      new Editor({
        element: null,
        injectCSS: false,
        extensions,
        content: isEmpty(value) ? '' : asText(value),
      }),
  );
  const {
    sending,
    wrong: trouble,
    send,
    stop,
  } = useUpload(true, (file) => {
    const attrs = { src: fileUrl(file.id), alt: file.name ?? '' };
    editor
      .chain()
      .focus()
      .insertContent([{ type: 'image', attrs }, { type: 'paragraph' }])
      .run();
  });
  const bring = async (files: File[]) => {
    for (const file of files) {
      await send(file);
    }
  };
  const told = useEffectEvent(() => onChange(written(editor)));
  /** Whether there are pictures among what is dropped or pasted, which are then stored. */
  const taken = useEffectEvent((data: DataTransfer | null) => {
    const files = pictures(data);
    void bring(files);
    return files.length > 0;
  });
  const label = say(field.label);
  useEffect(() => {
    editor.setOptions({
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          class: `${styles.text} ${styles.area}`,
          ...(id !== undefined && { id }),
        },
        transformPastedHTML: cleaned,
        handlePaste: (_, event) =>
          event.clipboardData?.getData('text/html') === '' && taken(event.clipboardData),
        handleDrop: (_, event, __, moved) => !moved && taken(event.dataTransfer),
        handleKeyDown: (_, event) => {
          const links = event.key === 'k' && (event.ctrlKey || event.metaKey);
          if (links) {
            link(true);
          }
          return links;
        },
      },
    });
    if (place.current) {
      editor.mount(place.current);
    }
    const tell = () => told();
    editor.on('update', tell);
    if (autoFocus) {
      editor.commands.focus('end');
    }
    return () => {
      editor.off('update', tell);
      editor.unmount();
    };
  }, [editor, autoFocus, id, label]);

  return (
    <div className={styles.editor} data-wrong={wrong === true} aria-busy={sending !== undefined}>
      <Toolbar editor={editor} linking={linking} onLink={link} onPictures={(files) => void bring(files)} />
      <div ref={place} className={styles.place} />
      {sending && <Sending file={sending} onStop={stop} />}
      {trouble !== undefined && (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
    </div>
  );
}
