import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Edit } from '@/fields/Edit';
import { Refused } from '@/ui/Alert';
import { act, patch, problemsOf } from '@/lib/changes';
import { number } from '@/lib/format';
import { fieldOf, type ObjectMeta } from '@/lib/meta';
import type { Entry, Link } from '@/lib/records';
import { FormDialog } from '@/ui/FormDialog';
import { toast } from '@/ui/toast';
import { Part } from '../Part';
import styles from './Person.module.css';

interface Props {
  meta: ObjectMeta;
  person: Entry;
  onClose: () => void;
}

/** Lets somebody go: who takes over what is open, and nobody signs in as them any more. */
export function HandOver({ meta, person, onClose }: Props) {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const id = useId();
  const [to, setTo] = useState<Link | null>(null);
  const [busy, setBusy] = useState<'all' | 'only'>();
  const [error, setError] = useState<unknown>();
  const field = fieldOf(meta, 'manager');
  const name = String(person.name);
  const leave = async (how: 'all' | 'only') => {
    setBusy(how);
    setError(undefined);
    try {
      if (how === 'all' && to && 'id' in to) {
        const done = await act<{ handed_over: Record<string, number> }>('user', person, 'hand_over', {
          to: to.id,
        });
        const n = Object.values(done.handed_over).reduce((sum, each) => sum + each, 0);
        toast.done(t('people.handed_over', { name, to: to.label ?? '', n: number(n) }));
      } else {
        await patch('user', person, { active: false });
        toast.done(t('people.switched_off', { name }));
      }
      await queries.invalidateQueries({ queryKey: ['records'] });
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(undefined);
    }
  };
  return (
    <FormDialog
      title={t('people.leave_title', { name })}
      onClose={onClose}
      acts={
        <>
          <Button loading={busy === 'only'} onClick={() => void leave('only')}>
            {t('people.only_off')}
          </Button>
          <Button
            type="primary"
            disabled={to === null}
            loading={busy === 'all'}
            onClick={() => void leave('all')}
          >
            {t('people.hand_over')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t('people.leave_says')}</p>
        {error !== undefined && !problemsOf(error).has('to') && <Refused error={error} />}
        {field && (
          <Part
            id={`${id}-to`}
            label={t('people.to')}
            help={t('people.to_help')}
            wrong={problemsOf(error).get('to')}
          >
            <Edit
              id={`${id}-to`}
              field={{ ...field, required: false }}
              value={to}
              onChange={(value) => setTo(value as Link | null)}
            />
          </Part>
        )}
      </div>
    </FormDialog>
  );
}
