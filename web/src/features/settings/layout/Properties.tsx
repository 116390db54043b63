import { Button, Checkbox } from 'antd';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Names } from '../Names';
import { partChanged, partStepped, withoutPart, type Draft, type Part } from './draft';
import styles from './Layout.module.css';

interface Props {
  part: Part;
  draft: Draft;
  /** What is changed by typing is one step back, whatever was typed. */
  onChange: (draft: Draft, typing?: string) => void;
  onGone: () => void;
}

/** What can be said of a section. */
export function Properties({ part, draft, onChange, onGone }: Props) {
  const { t } = useTranslation('layout');
  const unnamed = Object.values(part.label).every((text) => text.trim() === '');
  const at = draft.indexOf(part);
  return (
    <div className={styles.properties}>
      <h2 className={styles.heading}>{t('section')}</h2>
      <Names
        id="section"
        zh={t('name_zh')}
        en={t('name_en')}
        value={part.label}
        wrong={unnamed ? t('name_missing') : undefined}
        onChange={(label) => onChange(partChanged(draft, part.id, { label }), `label ${part.id}`)}
      />
      <Checkbox
        checked={part.folded}
        onChange={(event) => onChange(partChanged(draft, part.id, { folded: event.target.checked }))}
      >
        {t('folded_at_first')}
      </Checkbox>
      <p className={styles.hint}>{t('folded_hint')}</p>
      <div className={styles.acts}>
        <Button disabled={at === 0} onClick={() => onChange(partStepped(draft, part.id, -1))}>
          {t('up')}
        </Button>
        <Button disabled={at === draft.length - 1} onClick={() => onChange(partStepped(draft, part.id, 1))}>
          {t('down')}
        </Button>
        <Button
          danger
          icon={<Trash2 size={14} aria-hidden />}
          onClick={() => {
            onChange(withoutPart(draft, part.id));
            onGone();
          }}
        >
          {t('delete_section')}
        </Button>
      </div>
    </div>
  );
}
