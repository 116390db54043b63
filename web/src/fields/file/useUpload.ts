import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileLimitsQuery, upload, type StoredFile } from '@/lib/files';
import { fileSize } from '@/lib/format';
import { whyNot } from '@/ui/tell';
import { unfit } from './check';

/** A file on its way. */
export interface OnItsWay {
  name: string;
  size: number;
  /** How much is sent, from 0 to 1. */
  share: number;
}

/** Sends one file at a time; says at once what would be refused, and what went wrong where one looks. */
export function useUpload(picture: boolean, onStored: (file: StoredFile) => void) {
  const { t } = useTranslation('files');
  const { data: limits } = useQuery(fileLimitsQuery);
  const [sending, tellSending] = useState<OnItsWay>();
  const [wrong, tellWrong] = useState<string>();
  const [refused, keep] = useState<File>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  /** What is told in the end is told to the form as it is by then; it may have been filled in further. */
  const latest = useRef(onStored);
  useEffect(() => {
    latest.current = onStored;
  });

  const send = async (file: File) => {
    const why = unfit(file, picture, limits?.max_size);
    keep(undefined);
    if (why) {
      tellWrong(
        t(why, { name: file.name, size: fileSize(file.size), most: fileSize(limits?.max_size ?? 0) }),
      );
      return;
    }
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    const told = (share: number) => tellSending({ name: file.name, size: file.size, share });
    tellWrong(undefined);
    told(0);
    try {
      const stored = await upload(file, { onShare: (share) => !signal.aborted && told(share), signal });
      tellSending(undefined);
      latest.current(stored);
    } catch (error) {
      if (!signal.aborted) {
        tellSending(undefined);
        tellWrong(whyNot(error));
        keep(file);
      }
    }
  };
  return {
    most: limits?.max_size,
    sending,
    wrong,
    send,
    /** Sends once more what did not arrive. */
    again: refused && (() => void send(refused)),
    stop: () => {
      running.current?.abort();
      tellSending(undefined);
    },
  };
}
