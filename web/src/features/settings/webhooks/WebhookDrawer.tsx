import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { create, patch, type Values } from '@/lib/changes';
import type { ObjectMeta } from '@/lib/meta';
import { recordsKey, type Entry } from '@/lib/records';
import { toast } from '@/ui/toast';
import { FormDrawer } from '../FormDrawer';
import { EntryParts, sent } from '../people/EntryParts';
import { useSaving } from '../useSaving';
import { WEBHOOK, type Webhook } from './api';

interface Props {
  meta: ObjectMeta;
  webhook?: Webhook | undefined;
  onMade?: (made: Entry) => void;
  onClose: () => void;
}

const names = ['name', 'url', 'description'];

/** Adds a webhook, or changes how it is called and where it leads. */
export function WebhookDrawer({ meta, webhook, onMade, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const id = useId();
  const [values, setValues] = useState<Values>({});
  const saving = useSaving(names);
  const send = async () => {
    const entry = webhook
      ? await patch(WEBHOOK, webhook, sent(values, false))
      : await create(WEBHOOK, sent(values, true));
    await queries.invalidateQueries({ queryKey: recordsKey(WEBHOOK) });
    toast.done(t('saved'));
    onClose();
    if (!webhook) {
      onMade?.(entry);
    }
  };
  return (
    <FormDrawer
      title={webhook ? webhook.name : t('webhook.new')}
      save={webhook ? common('save') : t('webhook.create')}
      saving={saving}
      first={`${id}-name`}
      onSave={() => saving.save(send)}
      onClose={onClose}
    >
      <EntryParts
        {...{ id, meta, names, values }}
        entry={webhook}
        wrong={saving.wrong}
        onChange={setValues}
      />
    </FormDrawer>
  );
}
