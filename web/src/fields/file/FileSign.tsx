import {
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import { thumbnailUrl, type StoredFile } from '@/lib/files';
import { isPicture } from './check';
import styles from './file.module.css';

const signs: [RegExp, LucideIcon][] = [
  [/^image\//, FileImage],
  [/^video\//, FileVideo],
  [/^audio\//, FileAudio],
  [/spreadsheet|excel|csv/, FileSpreadsheet],
  [/zip|rar|7z|tar|gzip/, FileArchive],
];

/** A small picture of a picture if it can be drawn, else a sign for the kind of file. */
export function FileSign({ file }: { file: StoredFile }) {
  const [broken, tellBroken] = useState<string>();
  if (isPicture(file) && broken !== file.id) {
    return (
      <img
        src={thumbnailUrl(file.id, 'line')}
        alt=""
        className={styles.thumb}
        loading="lazy"
        decoding="async"
        onError={() => tellBroken(file.id)}
      />
    );
  }
  const Sign = signs.find(([type]) => type.test(file.type ?? ''))?.[1] ?? FileText;
  return (
    <span className={styles.sign}>
      <Sign size={16} strokeWidth={1.5} aria-hidden />
    </span>
  );
}
