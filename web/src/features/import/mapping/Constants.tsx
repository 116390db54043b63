import { Button } from 'antd';
import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canEdit } from '@/fields/Edit';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import { Floating } from '@/ui/Floating';
import { IconButton } from '@/ui/IconButton';
import { unsaidOwner, type Draft } from '../job/draft';
import { EditText } from '../parts/EditText';
import { FieldMenu } from './FieldMenu';
import { without } from '../job/without';
import page from '../parts/Page.module.css';
import styles from './Constants.module.css';

interface Props {
  meta: ObjectMeta;
  fields: Field[];
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

/** Values of these types are one text, as cells have it. */
const plain = new Set(
  'boolean choice date department decimal email integer link long_text percent phone rating text url user'.split(
    ' ',
  ),
);

/** What every row gets, whatever the file says. */
export function Constants({ meta, fields, draft, onDraft }: Props) {
  const { t } = useTranslation('imports');
  const prefix = useId();
  const [anchor, open] = useState<HTMLElement>();
  // whose they become is asked by itself
  const owner = unsaidOwner(draft, fields)?.name;
  const names = Object.keys(draft.constants).filter((name) => name !== owner);
  const free = fields.filter(
    (field) =>
      plain.has(field.type) &&
      canEdit(field.type) &&
      field.name !== owner &&
      !names.includes(field.name) &&
      !draft.columns.some((column) => column.field === field.name),
  );
  const put = (name: string, text: string) =>
    onDraft({ ...draft, constants: { ...draft.constants, [name]: text } });
  const drop = (name: string) =>
    onDraft({
      ...draft,
      constants: without(draft.constants, name),
      match: draft.match.filter((each) => each !== name),
    });
  return (
    <section className={page.section}>
      <h2>{t('constants.title')}</h2>
      <p className={page.lead}>{t('constants.lead')}</p>
      {names.map((name) => {
        const field = fields.find((each) => each.name === name);
        return (
          field && (
            <div key={name} className={styles.row}>
              <label htmlFor={prefix + name}>{say(field.label)}</label>
              <EditText
                id={prefix + name}
                field={field}
                text={draft.constants[name] ?? ''}
                onText={(text) => put(name, text)}
              />
              <IconButton label={t('constants.drop', { field: say(field.label) })} onClick={() => drop(name)}>
                <X size={16} strokeWidth={1.5} aria-hidden />
              </IconButton>
            </div>
          )
        );
      })}
      {free.length > 0 && (
        <span>
          <Button
            size="small"
            icon={<Plus size={14} aria-hidden />}
            aria-haspopup="dialog"
            onClick={(event) => open(event.currentTarget)}
          >
            {t('constants.add')}
          </Button>
        </span>
      )}
      {anchor && (
        <Floating anchor={anchor} label={t('constants.add')} onClose={() => open(undefined)}>
          <FieldMenu
            meta={meta}
            fields={free}
            draft={draft}
            out={false}
            onPick={(field: Field | null) => {
              open(undefined);
              if (field) {
                put(field.name, field.type === 'boolean' ? 'true' : '');
              }
            }}
          />
        </Floating>
      )}
    </section>
  );
}
