import { Button } from 'antd';
import { Ellipsis, Lock } from 'lucide-react';
import { Suspense, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { inARow, relative } from '@/lib/format';
import { lazy } from '@/lib/lazy';
import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import { viewing } from '@/lib/viewing';
import { Alert } from '@/ui/Alert';
import { useCommands } from '@/ui/commands';
import { useKeys } from '@/ui/keys';
import { Menu } from '@/ui/Menu';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import styles from './Approval.module.css';
import { decide, doAsSubmitter, isOpen, refreshed, type Deed, type OwnDeed, type Story } from './api';
import { DecideDialog, type Asked } from './DecideDialog';
import { Due, StatusTag } from './Trail';

const StoryDrawer = lazy(() => import('./StoryDrawer').then((module) => ({ default: module.StoryDrawer })));

interface Props {
  meta: ObjectMeta;
  /** The approvals of the record, the newest first; there is one at least. */
  stories: Story[];
  /** What the record is shown in, beside another page. */
  beside: RefObject<HTMLElement | null> | undefined;
  /** Shows what was changed of the record. */
  onLook: () => void;
}

/** What is asked about the record, of whom and since when; else how the last one ended. */
export default function ApprovalBar({ meta, stories, beside, onLook }: Props) {
  const { t } = useTranslation('approval');
  const [told, tellAll] = useState(false);
  const open = stories.filter(isOpen);
  const shown = open.length > 0 ? open : stories.slice(0, 1);
  return (
    <section aria-label={t('bar')} data-approval className={styles.bars}>
      {shown.map((story, i) => (
        <OneBar
          key={story.id}
          meta={meta}
          story={story}
          all={i === 0 ? stories.length : 1}
          beside={beside}
          onLook={onLook}
          onStory={() => tellAll(true)}
        />
      ))}
      {told && (
        <Suspense fallback={null}>
          <StoryDrawer stories={stories} onClose={() => tellAll(false)} />
        </Suspense>
      )}
    </section>
  );
}

interface OneProps extends Omit<Props, 'stories'> {
  story: Story;
  all: number;
  onStory: () => void;
}

function OneBar({ meta, story, all, beside, onLook, onStory }: OneProps) {
  const { t } = useTranslation('approval');
  const { title, status, submitter, submitted_at, step, due_at } = story;
  const yours = viewing.id() === undefined ? story.yours : null;
  const back = status === 'sent_back' ? story.acts.findLast(({ deed }) => deed === 'sent_back') : undefined;
  return (
    <div className={styles.bar} data-status={status} data-yours={yours !== null}>
      <div className={styles.words}>
        <p className={styles.title}>
          <StatusTag status={status} />
          <strong>{title}</strong>
          <span>{standing(story, yours !== null, t)}</span>
        </p>
        {back && (
          <p className={styles.reason}>{t('said', { name: back.by ?? t('somebody'), text: back.comment })}</p>
        )}
        <p className={styles.facts}>
          {step !== null && step !== title && <span>{step}</span>}
          {submitter && submitted_at !== null && (
            <span>{t('submitted', { name: submitter.label, at: relative(submitted_at) })}</span>
          )}
          {due_at !== null && <Due at={due_at} />}
          <LockedFields meta={meta} names={story.locked} />
        </p>
      </div>
      <Doing story={story} beside={beside} onLook={onLook}>
        <Button type="text" onClick={onStory}>
          {all > 1 ? t('story_n', { n: all }) : t('story')}
        </Button>
      </Doing>
    </div>
  );
}

type Words = ReturnType<typeof useTranslation<'approval'>>['t'];

/** Who is to do something about it, or when it ended. */
function standing(story: Story, yours: boolean, t: Words): string {
  switch (story.status) {
    case 'pending': {
      const names = story.waiting_for.map((person) => person?.label ?? t('somebody'));
      return yours
        ? t('asked_you')
        : names.length > 0
          ? t('waits_for', { names: inARow(names) })
          : t('goes_on');
    }
    case 'sent_back':
      return yours ? t('mend') : t('waits_for_mending', { name: story.submitter?.label ?? t('somebody') });
    default:
      return story.settled_at === null ? '' : relative(story.settled_at);
  }
}

/** So many fields are told by name. */
const NAMED = 3;

function LockedFields({ meta, names }: { meta: ObjectMeta; names: string[] }) {
  const { t } = useTranslation('approval');
  if (names.length === 0) {
    return null;
  }
  const fields = names
    .slice(0, NAMED)
    .map((name) => say(fieldOf(meta, name)?.label))
    .join(t('comma'));
  return (
    <span>
      <Lock size={12} strokeWidth={1.5} aria-hidden />
      {t(names.length > NAMED ? 'locked_more' : 'locked', { fields, n: names.length })}
    </span>
  );
}

interface DoingProps {
  story: Story;
  beside: RefObject<HTMLElement | null> | undefined;
  onLook: () => void;
  children: React.ReactNode;
}

/** The buttons of who is asked, and of who submitted it. */
function Doing({ story, beside, onLook, children }: DoingProps) {
  const { t } = useTranslation('approval');
  const [asking, ask] = useState<Asked>();
  const [busy, work] = useState(false);
  // what the person has looked at; what they decide counts for that and nothing else
  const [seen, see] = useState(story.content);
  if (seen === null && story.content !== null) {
    see(story.content);
  }
  const own = viewing.id() === undefined;
  const yours = own ? story.yours : null;
  const signs = yours?.kind === 'sign';
  const changed = signs && story.content !== null && seen !== null && story.content !== seen;
  const may = own ? story.may : [];

  const run = async (deed: Deed | OwnDeed, said: Record<string, unknown>) => {
    const counts = deed === 'approve' || deed === 'refuse';
    try {
      await (deed === 'withdraw' || deed === 'resubmit' || deed === 'urge'
        ? doAsSubmitter(story.id, deed, said)
        : decide(yours?.id ?? '', deed, { ...said, ...(counts && seen !== null && { content: seen }) }));
      toast.done(t(`did.${deed}`));
    } finally {
      await refreshed();
    }
  };
  const urge = () => {
    work(true);
    run('urge', {})
      .catch(tell)
      .finally(() => work(false));
  };
  const offers = {
    ...(signs && !changed && { approve: () => ask('approve') }),
    ...(signs && !changed && { refuse: () => ask('refuse') }),
    ...(signs && { send_back: () => ask('send_back') }),
  };
  useKeys('decision', offers, beside);
  const commands: Partial<Record<Deed | OwnDeed, () => void>> = {
    ...offers,
    ...(signs && yours.hands_on && { hand_on: () => ask('hand_on'), add_signer: () => ask('add_signer') }),
    ...Object.fromEntries(may.map((deed) => [deed, deed === 'urge' ? urge : () => ask(deed)])),
  };
  useCommands(
    Object.entries(commands).map(([deed, act]) => ({
      key: deed,
      label: t(`deeds.${deed as Deed}`),
      run: act,
    })),
    0,
  );
  return (
    <>
      <div className={styles.acts}>
        {children}
        {may.includes('withdraw') && <Button onClick={() => ask('withdraw')}>{t('deeds.withdraw')}</Button>}
        {may.includes('urge') && (
          <Button loading={busy} onClick={urge}>
            {t('deeds.urge')}
          </Button>
        )}
        {may.includes('resubmit') && (
          <Button type="primary" onClick={() => ask('resubmit')}>
            {t('deeds.resubmit')}
          </Button>
        )}
        {signs && yours.hands_on && (
          <Menu
            label={t('more')}
            items={(['hand_on', 'add_signer'] as const).map((deed) => ({
              key: deed,
              label: t(`deeds.${deed}`),
              run: () => ask(deed),
            }))}
          >
            <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
          </Menu>
        )}
        {signs && (
          <>
            <Button onClick={() => ask('send_back')}>{t('deeds.send_back')}</Button>
            <Button danger disabled={changed} onClick={() => ask('refuse')}>
              {t('deeds.refuse')}
            </Button>
            <Button type="primary" disabled={changed} onClick={() => ask('approve')}>
              {t('deeds.approve')}
            </Button>
          </>
        )}
      </div>
      {changed && (
        <div className={styles.changed}>
          <Alert
            kind="warning"
            act={
              <span className={styles.acts}>
                <Button size="small" onClick={onLook}>
                  {t('look')}
                </Button>
                <Button size="small" type="primary" onClick={() => see(story.content)}>
                  {t('looked')}
                </Button>
              </span>
            }
          >
            {t('changed')}
          </Alert>
        </div>
      )}
      {asking && (
        <DecideDialog
          deed={asking}
          title={story.title}
          steps={yours?.steps ?? []}
          onDo={(said) => run(asking, said)}
          onClose={() => ask(undefined)}
        />
      )}
    </>
  );
}
