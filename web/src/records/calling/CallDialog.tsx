import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { objectQuery, useMakes } from '@/lib/meta';
import { recordQuery } from '@/lib/records';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { useFocusBack } from '@/ui/useFocusBack';
import { useNarrow } from '@/ui/useNarrow';
import type { About } from '../writing/about';
import { useUnmake } from '../useUnmake';
import { textOf } from '../values';
import { Log } from './Log';
import { noteDown, type Noted } from './noting';
import { titleOf } from './title';
import styles from './CallDialog.module.css';

interface Props {
  about: About;
  /** The number that was called. */
  number: string;
  /** Who was called, where that is not the record itself. */
  who: string | undefined;
  onClose: () => void;
}

/** Asks what a call came to, while it is fresh, beside the record so that it can be read meanwhile; whoever has nothing to note closes it. */
export function CallDialog({ about, number, who, onClose }: Props) {
  const { t } = useTranslation('calling');
  const queries = useQueryClient();
  const makes = useMakes();
  const meta = useQuery(objectQuery(about.object)).data;
  const entry = useQuery(recordQuery(about.object, about.id)).data;
  const activity = useQuery(objectQuery('activity')).data;
  const name = meta && textOf(entry?.[meta.name_field]);
  const whom = who ?? name;
  const unmaking = useUnmake();
  const narrow = useNarrow();
  useFocusBack();

  const save = async (noted: Noted): Promise<boolean> => {
    try {
      toast.done(t('noted'), unmaking(await noteDown(queries, about, noted)));
      onClose();
      void queries.invalidateQueries({ queryKey: ['records'] });
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  };

  const log = (
    <Log
      kind="call"
      about={about}
      who={whom}
      number={number}
      activity={activity}
      plan={makes('task')}
      onClose={onClose}
      onSave={save}
    />
  );
  return narrow ? (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onClose}
      width={520}
      title={<span className="sr-only">{titleOf('call', whom)}</span>}
    >
      {log}
    </Modal>
  ) : (
    createPortal(
      <div role="dialog" aria-label={titleOf('call', whom)} className={styles.beside}>
        {log}
      </div>,
      document.body,
    )
  );
}
