import { Button, Modal, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '@/ui/Alert';
import { copy, select } from '@/ui/copy';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { secretOf } from './api';
import styles from './Webhooks.module.css';

const HIDDEN = '•'.repeat(24);

/** The key by which messages are signed; it is asked for only when somebody wants to see or copy it. */
export function Secret({ id, renew }: { id: string; renew: (atOnce: boolean) => Promise<void> }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const [secret, show] = useState<string>();
  const [renewing, ask] = useState(false);
  const [atOnce, end] = useState(false);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const shown = useRef<HTMLElement>(null);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (refused) {
      tell(refused);
    }
    setBusy(false);
  };
  const take = async () => {
    const text = secret ?? (await secretOf(id));
    if (await copy(text)) {
      toast.done(common('copied'));
    } else {
      show(text);
      toast.problem(common('copy_by_hand'));
      requestAnimationFrame(() => select(shown.current));
    }
  };
  const begin = () => {
    end(false);
    setError(undefined);
    ask(true);
  };
  const turn = async () => {
    setError(undefined);
    try {
      await renew(atOnce);
      ask(false);
      show(undefined);
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <div className={styles.line}>
      <code
        ref={shown}
        className={styles.secret}
        {...(secret === undefined && { 'aria-label': t('webhook.hidden') })}
      >
        {secret ?? HIDDEN}
      </code>
      <span className={styles.acts}>
        <Button
          size="small"
          disabled={busy}
          onClick={() =>
            secret === undefined ? void attempt(async () => show(await secretOf(id))) : show(undefined)
          }
        >
          {t(secret === undefined ? 'webhook.show' : 'webhook.hide')}
        </Button>
        <Button size="small" disabled={busy} onClick={() => void attempt(take)}>
          {t('webhook.copy')}
        </Button>
        <Button size="small" disabled={busy} onClick={begin}>
          {t('webhook.renew')}
        </Button>
      </span>
      <Modal
        open={renewing}
        title={t('webhook.renew_title')}
        width={440}
        okText={t('webhook.renew')}
        confirmLoading={busy}
        onOk={() => void attempt(turn)}
        onCancel={() => ask(false)}
      >
        <div className={styles.text}>
          <Refused error={error} />
          <Radio.Group
            vertical
            aria-label={t('webhook.former')}
            value={atOnce}
            options={[
              { value: false, label: t('webhook.former_stays') },
              { value: true, label: t('webhook.former_ends') },
            ]}
            onChange={({ target }) => end(target.value as boolean)}
          />
          <p className="muted">{t(atOnce ? 'webhook.renew_ends' : 'webhook.renew_says')}</p>
        </div>
      </Modal>
    </div>
  );
}
