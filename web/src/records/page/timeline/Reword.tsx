import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { patch } from '@/lib/changes';
import { recordQuery } from '@/lib/records';
import { isKey } from '@/ui/keys';
import { tell } from '@/ui/tell';
import { marked, pieces, type Named } from '../../writing/mentions';
import type { Item } from './item';
import styles from './Timeline.module.css';

/** Words what somebody wrote anew, where it stands. */
export function Reword({ item, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const before = pieces(item.body ?? '');
  const named: Named = Object.fromEntries(
    before.flatMap((piece) => ('person' in piece ? [[piece.name, piece.person]] : [])),
  );
  const [text, type] = useState(() =>
    before.map((piece) => ('words' in piece ? piece.words : `@${piece.name}`)).join(''),
  );
  const [busy, work] = useState(false);
  const save = async () => {
    if (text.trim() === '') {
      return;
    }
    work(true);
    try {
      const standing = await queries.query({ ...recordQuery(item.object, item.record.id), staleTime: 0 });
      await patch(item.object, standing, { body: marked(text.trim(), named) });
      await queries.invalidateQueries({ queryKey: ['records'] });
      onClose();
    } catch (refused) {
      tell(refused);
      work(false);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (isKey('dialogs', 'close', event.nativeEvent)) {
      event.stopPropagation();
      onClose();
    } else if (isKey('dialogs', 'submit', event.nativeEvent)) {
      event.preventDefault();
      void save();
    }
  };
  return (
    <div className={styles.reword}>
      <textarea
        autoFocus
        rows={3}
        aria-label={t('reword')}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
      />
      <div className={styles.rewordFoot}>
        <Button size="small" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button size="small" type="primary" loading={busy} onClick={() => void save()}>
          {common('save')}
        </Button>
      </div>
    </div>
  );
}
