import type { Editor } from '@tiptap/core';
import { Button, Input } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { meant } from './allowed';
import styles from './rich.module.css';

/** Where the chosen words lead. */
export function LinkBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation('rich');
  const before = editor.getAttributes('link').href as string | undefined;
  const [typed, type] = useState(before ?? '');
  const [wrong, blame] = useState(false);
  const back = () => {
    onClose();
    editor.commands.focus();
  };
  const apply = () => {
    const href = meant(typed);
    if (href === undefined) {
      blame(true);
      return;
    }
    const at = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && before === undefined) {
      at.insertContent({
        type: 'text',
        text: typed.trim(),
        marks: [{ type: 'link', attrs: { href } }],
      }).run();
    } else {
      at.setLink({ href }).run();
    }
    onClose();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      back();
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.stopPropagation();
      event.preventDefault();
      apply();
    }
  };
  return (
    <div role="group" aria-label={t('link')} className={styles.link} onKeyDown={press}>
      <Input
        autoFocus
        size="small"
        aria-label={t('address')}
        placeholder={t('address_example')}
        value={typed}
        {...(wrong && { status: 'error' as const })}
        onChange={(event) => {
          type(event.target.value);
          blame(false);
        }}
      />
      <Button size="small" type="primary" onClick={apply}>
        {t('apply')}
      </Button>
      {before !== undefined && (
        <Button
          size="small"
          onClick={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run();
            onClose();
          }}
        >
          {t('unlink')}
        </Button>
      )}
      {wrong && (
        <p role="alert" className={styles.trouble}>
          {t('no_address')}
        </p>
      )}
    </div>
  );
}
