import { Suspense, useRef, useState } from 'react';
import { lazy } from '@/lib/lazy';
import type { ObjectMeta } from '@/lib/meta';
import { Waiting } from '@/ui/Waiting';
import { isBegun, sends } from '../mail/draft';
import { useMailDraft } from '../mail/useMailDraft';
import type { Kind } from '../../writing/compose';
import { useDraft } from '../../writing/useDraft';
import { Kinds } from './Kinds';
import { NoteComposer } from './NoteComposer';
import styles from './Composer.module.css';

const MailComposer = lazy(() => import('../mail/MailComposer'));

interface Props {
  meta: ObjectMeta;
  id: string;
  /** What the person may write, one kind at least. */
  kinds: [Kind, ...Kind[]];
}

/** Where one writes about a record: notes, tasks, and mails where they can be sent. */
export function Composer({ meta, id, kinds }: Props) {
  const object = meta.name;
  const box = useRef<HTMLDivElement>(null);
  const [draft, write] = useDraft(object, id);
  const [eager, hurry] = useState(false);
  const [noting, note] = useState(false);
  const mails = sends(meta);
  const choose = (kind: Kind) => {
    write({ ...draft, kind });
    hurry(true);
    note(false);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('textarea[data-note]')?.focus());
  };
  const mail = useMailDraft(object, id, () => {
    choose('mail');
    box.current?.scrollIntoView({ block: 'nearest' });
  });
  const begun = mails && isBegun(mail.draft) ? 'mail' : undefined;
  const kind = kinds.find((each) => each === (draft.kind ?? begun)) ?? kinds[0];
  const head = <Kinds kinds={kinds} kind={kind} onChoose={choose} />;
  return (
    <div ref={box}>
      {mails && kind === 'mail' && !noting ? (
        <div className={styles.composer}>
          {head}
          <Suspense fallback={<Waiting lines={4} />}>
            <MailComposer
              meta={meta}
              id={id}
              writing={mail}
              eager={eager}
              onNote={() => note(true)}
              onSent={() => hurry(false)}
            />
          </Suspense>
        </div>
      ) : (
        <NoteComposer
          {...{ object, id, kind, draft, write }}
          onMail={noting && kind === 'mail' ? () => note(false) : undefined}
        >
          {head}
        </NoteComposer>
      )}
    </div>
  );
}
