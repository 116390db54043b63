import { Button, Input } from 'antd';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import forms from '../forms/Forms.module.css';
import { Part } from '../forms/Part';
import { wrongWith, type Wrong } from '../model/errors';
import type { Item } from './model';
import styles from './Process.module.css';
import { shifted } from './shifted';

interface Props {
  items: Item[];
  /** A key for a new item that none has. */
  freshKey: string;
  wrong: Wrong[];
  onChange: (items: Item[], about?: string) => void;
}

/** What has to be done and ticked by hand, in an order of its own. */
export function ChecklistForm({ items, freshKey, wrong, onChange }: Props) {
  const { t } = useTranslation('process');
  const [added, setAdded] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const add = () => {
    setAdded(freshKey);
    onChange([...items, { key: freshKey, text: '' }]);
  };
  return (
    <Part label={t('checklist')} help={items.length === 0 ? t('checklist_hint') : undefined}>
      {items.map(({ key, text }, i) => {
        const place = `checklist[${i}]`;
        const problem = wrongWith(wrong, place);
        const name = text.trim() || t('item_n', { n: i + 1 });
        return (
          <div key={key} className={forms.part}>
            <div className={styles.item}>
              <Input
                aria-label={t('item_n', { n: i + 1 })}
                maxLength={200}
                autoFocus={key === added}
                {...(problem !== undefined && { status: 'error' as const })}
                value={text}
                onChange={({ target }) =>
                  onChange(
                    items.map((each) => (each.key === key ? { key, text: target.value } : each)),
                    `${place}.text`,
                  )
                }
                onPressEnter={(event) => !event.nativeEvent.isComposing && add()}
              />
              <IconButton
                small
                label={t('item_up', { name })}
                disabled={i === 0}
                onClick={() => onChange(shifted(items, i, -1))}
              >
                <ArrowUp size={14} aria-hidden />
              </IconButton>
              <IconButton
                small
                label={t('item_down', { name })}
                disabled={i === items.length - 1}
                onClick={() => onChange(shifted(items, i, 1))}
              >
                <ArrowDown size={14} aria-hidden />
              </IconButton>
              <IconButton
                small
                label={t('item_remove', { name })}
                onClick={() => {
                  onChange(items.filter((each) => each.key !== key));
                  button.current?.focus();
                }}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </div>
            {problem !== undefined && (
              <p role="alert" className={forms.wrong}>
                {problem}
              </p>
            )}
          </div>
        );
      })}
      <Button ref={button} className={forms.add ?? ''} icon={<Plus size={14} aria-hidden />} onClick={add}>
        {t('add_item')}
      </Button>
    </Part>
  );
}
