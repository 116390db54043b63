import { Input } from 'antd';
import { Archive, ArchiveRestore, GripVertical, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '@/lib/meta';
import { Floating } from '@/ui/Floating';
import styles from './ChoicesEdit.module.css';
import { When } from './DependsOn';
import { newChoice, type ChoiceDraft } from './fieldDraft';
import { Colours } from './Looks';
import { useReorder } from './useReorder';

interface Props {
  choices: ChoiceDraft[];
  /** Whether the order is the company's. */
  movable: boolean;
  /** The field that decides which of them are offered. */
  on: Field | undefined;
  onChange: (choices: ChoiceDraft[]) => void;
}

/** Choices in order with their colours; Enter begins the next one. */
export function ChoicesEdit({ choices, movable, on, onChange }: Props) {
  const { t } = useTranslation('settings');
  const [fresh, setFresh] = useState<string>();
  const change = (key: string, changes: Partial<ChoiceDraft>) =>
    onChange(choices.map((each) => (each.key === key ? { ...each, ...changes } : each)));
  const { row, grip } = useReorder(choices, ({ key }) => key, onChange);
  const add = () => {
    const next = newChoice(choices.length);
    setFresh(next.key);
    onChange([...choices, next]);
  };
  return (
    <div className={styles.choices}>
      <ul aria-label={t('field.choices')} className={styles.rows}>
        {choices.map((choice, i) => (
          <li
            key={choice.key}
            className={styles.row}
            data-off={!choice.active}
            data-movable={movable}
            {...row(i)}
          >
            {movable && (
              <button
                type="button"
                className={styles.grip}
                title={t('choice.move')}
                aria-label={t('choice.move_n', { n: i + 1 })}
                {...grip(i)}
              >
                <GripVertical size={14} aria-hidden />
              </button>
            )}
            <ColourButton choice={choice} n={i + 1} onChange={(color) => change(choice.key, { color })} />
            {(['zh-CN', 'en'] as const).map((code) => (
              <Input
                key={code}
                size="middle"
                maxLength={100}
                autoFocus={code === 'zh-CN' && choice.key === fresh}
                aria-label={t(code === 'en' ? 'choice.en_n' : 'choice.zh_n', { n: i + 1 })}
                placeholder={t(code === 'en' ? 'choice.en' : 'choice.zh')}
                value={choice.label[code] ?? ''}
                onChange={(event) =>
                  change(choice.key, { label: { ...choice.label, [code]: event.target.value } })
                }
                onPressEnter={(event) => {
                  event.preventDefault();
                  if (!event.nativeEvent.isComposing) {
                    add();
                  }
                }}
              />
            ))}
            <Away
              choice={choice}
              n={i + 1}
              onDrop={() => onChange(choices.filter((each) => each.key !== choice.key))}
              onSwitch={() => change(choice.key, { active: !choice.active })}
            />
            {on && (
              <When on={on} n={i + 1} value={choice.when} onChange={(when) => change(choice.key, { when })} />
            )}
          </li>
        ))}
      </ul>
      <button type="button" className={styles.add} onClick={add}>
        <Plus size={14} aria-hidden />
        {t('choice.add')}
      </button>
    </div>
  );
}

/** A choice that records may have is switched off; a new one just goes. */
function Away({
  choice,
  n,
  onDrop,
  onSwitch,
}: {
  choice: ChoiceDraft;
  n: number;
  onDrop: () => void;
  onSwitch: () => void;
}) {
  const { t } = useTranslation('settings');
  const kept = choice.code !== undefined;
  const Icon = !kept ? X : choice.active ? Archive : ArchiveRestore;
  const says = t(!kept ? 'choice.drop_n' : choice.active ? 'choice.off_n' : 'choice.on_n', { n });
  return (
    <button
      type="button"
      className={styles.grip}
      title={says}
      aria-label={says}
      onClick={kept ? onSwitch : onDrop}
    >
      <Icon size={14} aria-hidden />
    </button>
  );
}

function ColourButton({
  choice,
  n,
  onChange,
}: {
  choice: ChoiceDraft;
  n: number;
  onChange: (colour: string) => void;
}) {
  const { t } = useTranslation('settings');
  const [anchor, open] = useState<HTMLElement | null>(null);
  return (
    <>
      <button
        type="button"
        className={styles.colour}
        style={{
          color: `var(--tag-${choice.color}-text)`,
          background: `var(--tag-${choice.color}-ground)`,
        }}
        aria-label={t('choice.colour_n', { n })}
        title={t('colour')}
        onClick={(event) => open(anchor ? null : event.currentTarget)}
      >
        <span aria-hidden />
      </button>
      {anchor && (
        <Floating anchor={anchor} label={t('colour')} width={216} onClose={() => open(null)}>
          <div className={styles.palette}>
            <Colours
              value={choice.color}
              onChange={(colour) => {
                onChange(colour);
                open(null);
              }}
            />
          </div>
        </Floating>
      )}
    </>
  );
}
