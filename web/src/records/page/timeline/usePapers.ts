import { useRef, useState } from 'react';
import { upload, type StoredFile } from '@/lib/files';
import { tell } from '@/ui/tell';

/** A file that goes along with what is being written. */
export interface Paper {
  key: number;
  name: string;
  /** Whether it is stored. */
  stored: boolean;
}

/** Files that were dropped, pasted or chosen; each is stored at once and belongs to nothing until it is saved. */
export function usePapers() {
  const [papers, set] = useState<readonly Paper[]>([]);
  const next = useRef(1);
  const storing = useRef(new Map<number, Promise<StoredFile | undefined>>());

  const drop = (key: number) => {
    storing.current.delete(key);
    set((all) => all.filter((paper) => paper.key !== key));
  };
  const store = async (key: number, file: File) => {
    try {
      const stored = await upload(file);
      set((all) => all.map((paper) => (paper.key === key ? { ...paper, stored: true } : paper)));
      return stored;
    } catch (refused) {
      drop(key);
      tell(refused);
      return undefined;
    }
  };
  const take = (files: Iterable<File>) => {
    for (const file of files) {
      const key = next.current++;
      set((all) => [...all, { key, name: file.name, stored: false }]);
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
