import { useRef, useState } from 'react';
import { upload, type StoredFile } from '@/lib/files';
import { tell } from '@/ui/tell';

/** A file that goes along with what is being written. */
export interface Paper {
  key: number;
  name: string;
  /** Absent until it is stored. */
  file?: StoredFile;
}

/** Files that were dropped, pasted or chosen; each is stored at once and belongs to nothing until it is saved. */
export function usePapers() {
  const [papers, set] = useState<readonly Paper[]>([]);
  const next = useRef(1);
  const drop = (key: number) => set((all) => all.filter((paper) => paper.key !== key));
  const store = async (key: number, file: File) => {
    try {
      const stored = await upload(file);
      set((all) => all.map((paper) => (paper.key === key ? { ...paper, file: stored } : paper)));
    } catch (refused) {
      drop(key);
      tell(refused);
    }
  };
  const take = (files: FileList | File[]) => {
    for (const file of files) {
      const key = next.current++;
      set((all) => [...all, { key, name: file.name }]);
      void store(key, file);
    }
  };
  return { papers, take, drop, clear: () => set([]), storing: papers.some((paper) => !paper.file) };
}
