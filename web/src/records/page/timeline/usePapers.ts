import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unfit } from '@/fields/file/check';
import { fileLimitsQuery, upload, type StoredFile } from '@/lib/files';
import { fileSize } from '@/lib/format';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';

/** A file that goes along with what is being written. */
export interface Paper {
  key: string;
  name: string;
  /** In bytes. */
  size: number;
  /** Whether it is stored. */
  stored: boolean;
  /** How much of it is sent, from 0 to 1. */
  share: number;
}

/**
 * Files that were dropped, pasted or chosen; each is stored at once and belongs to nothing until it is saved. Whoever keeps them takes
 * over what is stored (`onStored`).
 */
export function usePapers(onStored?: (file: StoredFile) => void) {
  const { t } = useTranslation('files');
  const { data: limits } = useQuery(fileLimitsQuery);
  const [papers, set] = useState<readonly Paper[]>([]);
  const next = useRef(1);
  const storing = useRef(new Map<string, Promise<StoredFile | undefined>>());

  const drop = (key: string) => {
    storing.current.delete(key);
    set((all) => all.filter((paper) => paper.key !== key));
  };
  const change = (key: string, to: Partial<Paper>) =>
    set((all) => all.map((paper) => (paper.key === key ? { ...paper, ...to } : paper)));
  const store = async (key: string, file: File) => {
    try {
      const stored = await upload(file, { onShare: (share) => change(key, { share }) });
      if (onStored && storing.current.has(key)) {
        drop(key);
        onStored(stored);
      } else {
        change(key, { stored: true });
      }
      return stored;
    } catch (refused) {
      drop(key);
      tell(refused);
      return undefined;
    }
  };
  const take = (files: Iterable<File>) => {
    for (const file of files) {
      const why = unfit(file, false, limits?.max_size);
      if (why) {
        const most = fileSize(limits?.max_size ?? 0);
        toast.problem(t(why, { name: file.name, size: fileSize(file.size), most }));
        continue;
      }
      const key = String(next.current++);
      set((all) => [...all, { key, name: file.name, size: file.size, stored: false, share: 0 }]);
      storing.current.set(key, store(key, file));
    }
  };
  /** Waits until each is stored; those that could not be are left out. */
  const stored = async () => {
    const all = await Promise.all(
      [...storing.current].map(async ([key, file]) => ({ key, file: await file })),
    );
    return all.flatMap(({ key, file }) => (file ? [{ key, file }] : []));
  };
  return { papers, take, drop, stored };
}
