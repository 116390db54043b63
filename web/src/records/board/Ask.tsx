import { Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '@/lib/meta';
import { Edit } from '@/fields/Edit';
import { isEmpty } from '@/fields/values';
import type { Question } from './useMove';
import styles from './Ask.module.css';

/** Asks for just what a move lacks, and lets it go on then. */
export function Ask({ question: { need, answer }, column }: { question: Question; column: string }) {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation();
  const id = useId();
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [tried, setTried] = useState(false);
  const fields = need.kind === 'fields' ? need.fields : [];
  const go = () => {
    setTried(true);
    if (fields.every(({ field }) => !isEmpty(values[field.name]))) {
      answer({ values, reopen: need.kind === 'reopen' });
    }
  };
  return (
    <Modal
      open
      centered
      width={400}
      title={t(need.kind === 'reopen' ? 'reopen' : 'move_to', { column })}
      okText={t(need.kind === 'reopen' ? 'reopen_act' : 'move_act')}
      cancelText={common('cancel')}
      onOk={go}
      onCancel={() => answer(null)}
    >
      {need.kind === 'reopen' ? (
        <p className="muted">{need.message}</p>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            go();
          }}
        >
          {fields.map(({ field, message }, index) => {
            const wrong = tried && isEmpty(values[field.name]);
            return (
              <div key={field.name} className={styles.field}>
                <label htmlFor={`${id}${field.name}`}>{say(field.label)}</label>
                <Edit
                  id={`${id}${field.name}`}
                  field={field}
                  value={values[field.name] ?? null}
                  autoFocus={index === 0}
                  wrong={wrong}
                  onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
                />
                <p className={styles.message} data-wrong={wrong}>
                  {message}
                </p>
              </div>
            );
          })}
          <button type="submit" hidden />
        </form>
      )}
    </Modal>
  );
}
