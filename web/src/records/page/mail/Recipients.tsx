import { X } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettled } from '@/lib/useSettled';
import { isKey } from '@/ui/keys';
import { Select } from '@/ui/Select';
import { boxOf, calledOf, isBox, pieces, placeOf, withBoxes } from './address';
import { useFoundPeople } from './people';
import styles from './Mail.module.css';

interface Props {
  label: string;
  boxes: string[];
  /** Who is offered before anything is typed. */
  near: string[];
  /** What the server says is wrong. */
  wrong: string | undefined;
  autoFocus?: boolean;
  onChange: (boxes: string[]) => void;
}

/** People to whom a mail goes: found by a piece of their name, or typed as addresses. */
export function Recipients({ label, boxes, near, wrong, autoFocus = false, onChange }: Props) {
  const { t } = useTranslation('mail');
  const id = useId();
  const [typed, type] = useState('');
  const text = typed.trim();
  const found = useFoundPeople(useSettled(text, 150));
  const taken = new Set(boxes.map(placeOf));
  // what was found for less than is typed by now may be somebody else
  const meant = text.includes('@') ? found.filter((box) => holds(box, text)) : found;
  const offered = withBoxes([], text === '' ? near : [...near.filter((box) => holds(box, text)), ...meant]);
  const options = [
    ...(isBox(text) ? [text] : []),
    ...offered.filter((box) => placeOf(box) !== placeOf(text)),
  ].filter((box) => !taken.has(placeOf(box)));
  const unfit = boxes.filter((box) => !isBox(box));
  const trouble = unfit[0] === undefined ? wrong : t('no_address', { text: unfit[0] });
  const put = (next: string[]) => {
    type('');
    onChange(withBoxes([], next));
  };
  const heard = (next: string) => {
    const { ended, rest } = pieces(next);
    type(rest);
    if (ended.length > 0) {
      onChange(withBoxes(boxes, ended));
    }
  };
  /** What is still being typed is finished before the mail is sent; nobody is chosen unseen. */
  const finish = (event: KeyboardEvent) => {
    if (text !== '' && isKey('dialogs', 'submit', event.nativeEvent)) {
      event.preventDefault();
      event.stopPropagation();
      put([...boxes, text]);
    }
  };
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.boxes} onKeyDownCapture={finish}>
        <Select<string[]>
          id={id}
          mode="multiple"
          variant="borderless"
          className={styles.select ?? ''}
          autoFocus={autoFocus}
          defaultActiveFirstOption={text !== ''} // Tab takes nothing that nobody chose
          value={boxes}
          options={options.map((value) => ({ value, label: calledOf(value) }))}
          optionRender={({ value }) => <Offered text={String(value)} />}
          notFoundContent={text === '' ? null : <span className="muted">{t('nobody')}</span>}
          showSearch={{ filterOption: false, searchValue: typed, onSearch: heard }}
          tagRender={({ value, onClose }) => (
            <span
              className={styles.box}
              data-unfit={!isBox(String(value))}
              title={boxOf(String(value)).address}
            >
              {calledOf(String(value))}
              <button
                type="button"
                tabIndex={-1}
                aria-label={t('remove', { name: calledOf(String(value)) })}
                onMouseDown={(event) => event.preventDefault()}
                onClick={onClose}
              >
                <X size={12} aria-hidden />
              </button>
            </span>
          )}
          onBlur={() => text !== '' && put([...boxes, text])}
          onChange={put}
          {...(trouble !== undefined && { 'aria-describedby': `${id}-wrong` })}
        />
        {trouble !== undefined && (
          <p id={`${id}-wrong`} role="alert" className={styles.wrong}>
            {trouble}
          </p>
        )}
      </div>
    </div>
  );
}

const holds = (box: string, text: string): boolean => box.toLowerCase().includes(text.toLowerCase());

/** Somebody who may be meant, by name and address. */
function Offered({ text }: { text: string }) {
  const { name, address } = boxOf(text);
  return (
    <span className={styles.offered}>
      {name !== '' && <bdi>{name}</bdi>}
      <span className={name === '' ? undefined : 'muted'}>{address}</span>
    </span>
  );
}
