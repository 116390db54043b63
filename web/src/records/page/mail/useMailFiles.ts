import { useTranslation } from 'react-i18next';
import { isPicture } from '@/fields/file/check';
import { fileSize } from '@/lib/format';
import { toast } from '@/ui/toast';
import { usePapers } from '../timeline/usePapers';
import { MOST_BYTES, MOST_FILES } from './api';
import type { MailWriting } from './useMailDraft';

/** What goes along with a mail: files that are stored, and those that are on their way. */
export function useMailFiles({ draft, change }: MailWriting) {
  const { t } = useTranslation('mail');
  const sending = usePapers((file) => change((now) => ({ files: [...now.files, file] })));
  const papers = [
    ...draft.files.map(({ id, name = '', size = 0 }) => ({ key: id, name, size, stored: true, share: 1 })),
    ...sending.papers,
  ];
  const take = (files: File[]) => {
    const bytes = [...papers, ...files].reduce((sum, { size }) => sum + size, 0);
    if (papers.length + files.length > MOST_FILES) {
      toast.problem(t('too_many_files', { most: MOST_FILES }));
    } else if (bytes > MOST_BYTES) {
      toast.problem(t('files_too_large', { size: fileSize(bytes), most: fileSize(MOST_BYTES) }));
    } else {
      sending.take(files);
    }
  };
  return {
    papers,
    take,
    drop: (key: string) => {
      sending.drop(key);
      change((now) => ({ files: now.files.filter(({ id }) => id !== key) }));
    },
    /** Takes what was dropped or pasted; pictures that are put among the words are taken there. */
    brought: (event: { defaultPrevented: boolean; preventDefault: () => void }, data: DataTransfer) => {
      const files = [...data.files].filter((file) => !event.defaultPrevented || !isPicture(file));
      if (files.length > 0) {
        event.preventDefault();
        take(files);
      }
    },
    stored: sending.stored,
  };
}
