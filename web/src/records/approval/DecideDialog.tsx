import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import Person from '@/fields/link/Edit';
import { asLink } from '@/fields/values';
import { problemsOf } from '@/lib/changes';
import type { Field } from '@/lib/meta';
import { FormDialog } from '@/ui/FormDialog';
import { useKeys } from '@/ui/keys';
import { whyNot } from '@/ui/tell';
import { useFocusBack } from '@/ui/useFocusBack';
import styles from './Approval.module.css';
import type { Deed, OwnDeed, Said } from './api';

const MOST = 2_000;

/** What is asked besides a comment, which whoever says no has to give. */
const asks: Record<Exclude<Deed | OwnDeed, 'urge'>, ('person' | 'when' | 'step' | 'from' | 'reason')[]> = {
  approve: [],
  refuse: ['reason'],
  send_back: ['step', 'reason'],
  hand_on: ['person'],
  add_signer: ['person', 'when'],
  withdraw: [],
  resubmit: ['from'],
};

export type Asked = keyof typeof asks;

const colleague: Field = {
  name: 'to',
  type: 'user',
  label: {},
  required: true,
  unique: false,
  read_only: false,
  settings: {},
  ops: [],
  sortable: false,
  access: 'write',
  target: 'user',
};

interface Props {
  deed: Asked;
  /** What it is about. */
  title: string;
  /** Steps that it can be sent back to besides who submitted it. */
  steps?: { id: string; name: string }[];
  /** Does it; what is refused is told here. */
  onDo: (said: Said) => Promise<void>;
  onClose: () => void;
}

/** What somebody says to it: a word, and whom or where to. */
export function DecideDialog({ deed, title, steps = [], onDo, onClose }: Props) {
  const { t } = useTranslation('approval');
  const id = useId();
  const [comment, say] = useState('');
  const [person, choose] = useState<unknown>(null);
  const [option, opt] = useState<string>();
  const [busy, work] = useState(false);
  const [refused, refuse] = useState<unknown>();
  const [lacks, setLacks] = useState(false);
  const wants = new Set(asks[deed]);
  const reason = wants.has('reason');
  const wrong = problemsOf(refused);
  const options = optionsOf(deed, steps, t);
  const chosen = option ?? options?.all[0]?.value;

  const run = async () => {
    if ((reason && comment.trim() === '') || (wants.has('person') && person === null)) {
      setLacks(true);
      return;
    }
    work(true);
    try {
      await onDo({
        ...(comment.trim() !== '' && { comment: comment.trim() }),
        ...(person !== null && { to: (asLink(person) as { id: string }).id }),
        ...(options && chosen && { [options.name]: chosen }),
      });
      onClose();
    } catch (error) {
      refuse(error);
      work(false);
    }
  };
  useKeys('dialogs', { submit: () => busy || void run() });
  useFocusBack();
  const noPerson = lacks && person === null ? t('person_missing') : wrong.get('to');
  const noReason = lacks && reason && comment.trim() === '' ? t('reason_missing') : wrong.get('comment');
  const elsewhere = refused && noPerson === undefined && noReason === undefined ? whyNot(refused) : undefined;
  return (
    <FormDialog
      title={t(`deeds.${deed}`)}
      okText={t(`deeds.${deed}`)}
      okButtonProps={{ danger: deed === 'refuse' }}
      confirmLoading={busy}
      onOk={() => void run()}
      onClose={onClose}
      width={440}
    >
      <div className={styles.inputs}>
        <p className="muted">{title}</p>
        {wants.has('person') && (
          <Part
            id={`${id}to`}
            label={t(`whom.${deed === 'hand_on' ? 'hand_on' : 'add_signer'}`)}
            needed
            wrong={noPerson}
          >
            <Person
              id={`${id}to`}
              field={colleague}
              value={person}
              autoFocus
              wrong={noPerson !== undefined}
              onChange={choose}
            />
          </Part>
        )}
        {options && (
          <fieldset className={styles.options}>
            <legend>{options.label}</legend>
            {options.all.map(({ value, label }) => (
              <label key={value}>
                <input
                  type="radio"
                  name={`${id}option`}
                  checked={chosen === value}
                  onChange={() => opt(value)}
                />
                {label}
              </label>
            ))}
          </fieldset>
        )}
        <Part id={`${id}comment`} label={t(`words.${deed}`)} needed={reason} wrong={noReason}>
          <Input.TextArea
            id={`${id}comment`}
            autoFocus={!wants.has('person')}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={MOST}
            value={comment}
            aria-invalid={noReason !== undefined}
            {...(noReason !== undefined && { status: 'error' as const })}
            onChange={({ target }) => say(target.value)}
          />
        </Part>
        {elsewhere !== undefined && (
          <p role="alert" className={styles.wrong}>
            {elsewhere}
          </p>
        )}
      </div>
    </FormDialog>
  );
}

interface Options {
  name: string;
  label: string;
  all: { value: string; label: string }[];
}

/** Where it goes, of which one is chosen; the submitter has no id of a step. */
function optionsOf(deed: Asked, steps: { id: string; name: string }[], t: Words): Options | undefined {
  switch (deed) {
    case 'add_signer':
      return {
        name: 'when',
        label: t('order'),
        all: [
          { value: 'before', label: t('before') },
          { value: 'after', label: t('after') },
        ],
      };
    case 'send_back':
      return steps.length === 0
        ? undefined
        : {
            name: 'step',
            label: t('back_to'),
            all: [
              { value: '', label: t('submitter') },
              ...steps.map((step) => ({ value: step.id, label: step.name })),
            ],
          };
    case 'resubmit':
      return {
        name: 'from',
        label: t('from'),
        all: [
          { value: 'first', label: t('from_first') },
          { value: 'here', label: t('from_here') },
        ],
      };
    default:
      return undefined;
  }
}

type Words = ReturnType<typeof useTranslation<'approval'>>['t'];

interface PartProps {
  id: string;
  label: string;
  needed: boolean;
  wrong: string | undefined;
  children: React.ReactNode;
}

function Part({ id, label, needed, wrong, children }: PartProps) {
  return (
    <div className={styles.input}>
      <label htmlFor={id}>
        {label}
        {needed && <span className={styles.wrong}> *</span>}
      </label>
      {children}
      {wrong !== undefined && (
        <p role="alert" className={styles.wrong}>
          {wrong}
        </p>
      )}
    </div>
  );
}
