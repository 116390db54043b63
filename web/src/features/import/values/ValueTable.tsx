import { Button } from 'antd';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { say } from '@/lib/meta';
import { Choose } from '../parts/Choose';
import { EditText } from '../parts/EditText';
import { grows } from '../job/draft';
import type { Said, Valued } from '../job/values';
import styles from './ValueTable.module.css';

interface Props {
  valued: Valued;
  /** Undefined leaves the text as it is written. */
  onMeaning: (text: string, meant: string | undefined) => void;
  /** Takes all that the server thinks was meant. */
  onFixes: () => void;
}

/** Beside each text what it stands for; those that need no help are folded. */
export function ValueTable({ valued, onMeaning, onFixes }: Props) {
  const { t } = useTranslation('imports');
  const { said, column } = valued;
  const [all, showAll] = useState(false);
  const unsaid = said.filter((each) => !each.known);
  const known = said.length - unsaid.length;
  const fixes = unsaid.filter(({ text, fix }) => fix !== undefined && column.values[text] !== fix).length;
  const shown = all ? said : unsaid;
  return (
    <div className={styles.values}>
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((each) => (
            <li key={each.text} className={styles.row}>
              <span className={styles.text} title={each.text}>
                {each.text}
              </span>
              <span className={styles.rows}>
                {each.rows > 0 &&
                  t(each.exact ? 'values.rows' : 'values.rows_seen', {
                    count: each.rows,
                    n: number(each.rows),
                  })}
              </span>
              <ArrowRight size={14} strokeWidth={1.5} className={styles.arrow} aria-hidden />
              <Meaning each={each} valued={valued} onMeaning={(meant) => onMeaning(each.text, meant)} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.acts}>
        {fixes > 0 && (
          <Button size="small" onClick={onFixes}>
            {t('values.take_fixes', { count: fixes, n: number(fixes) })}
          </Button>
        )}
        {known > 0 && (
          <button type="button" className={styles.more} aria-expanded={all} onClick={() => showAll(!all)}>
            {t(all ? 'values.fold' : 'values.known', { count: known, n: number(known) })}
          </button>
        )}
      </div>
    </div>
  );
}

const AS_IS = '\u0000';

interface MeaningProps {
  each: Said;
  valued: Valued;
  onMeaning: (meant: string | undefined) => void;
}

function Meaning({ each, valued, onMeaning }: MeaningProps) {
  const { t } = useTranslation('imports');
  const { field, column } = valued;
  const meant = column.values[each.text];
  if (field.target !== undefined) {
    return (
      <span className={styles.meaning}>
        <EditText
          field={{ ...field, required: false }}
          text={meant ?? ''}
          onText={(text) => onMeaning(text || undefined)}
        />
        {meant === undefined && each.fix !== undefined && (
          <button type="button" className={styles.fix} onClick={() => onMeaning(each.fix)}>
            {t('values.fix', { fix: each.fix })}
          </button>
        )}
      </span>
    );
  }
  const fixed = field.choices?.find((choice) => choice.code === each.fix);
  const choosing = field.type === 'choice' && !each.known;
  const growing = choosing && grows(field);
  const listed = growing && column.listed === true;
  const asIs = listed
    ? 'values.empty'
    : !choosing
      ? 'values.as_is'
      : growing
        ? 'values.add'
        : 'values.choose';
  return (
    <span className={styles.meaning}>
      <Choose
        label={t('values.meaning', { text: each.text })}
        value={meant ?? AS_IS}
        wrong={choosing && meant === undefined && !growing}
        options={[
          { value: AS_IS, label: t(asIs, { text: each.text }) },
          ...(field.choices ?? [])
            .filter((choice) => choice.active !== false)
            .map((choice) => ({ value: choice.code, label: say(choice.label) || choice.code })),
          listed
            ? { value: each.text, label: t('values.add', { text: each.text }) }
            : { value: '', label: t('values.empty') },
        ]}
        onChange={(value) => onMeaning(value === AS_IS ? undefined : value)}
      />
      {meant === undefined && fixed && (
        <button type="button" className={styles.fix} onClick={() => onMeaning(fixed.code)}>
          {t('values.fix', { fix: say(fixed.label) || fixed.code })}
        </button>
      )}
    </span>
  );
}
