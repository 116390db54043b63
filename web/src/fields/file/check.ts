import type { StoredFile } from '@/lib/files';

/** What browsers show as pictures; the server looks into the content. */
export const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

export type Unfit = 'empty' | 'too_large' | 'no_picture';

/** Why a file would be refused; known before anything is sent. */
export function unfit(
  file: Pick<File, 'size' | 'type'>,
  picture: boolean,
  most = Infinity,
): Unfit | undefined {
  if (file.size === 0) {
    return 'empty';
  }
  if (picture && !PICTURES.includes(file.type)) {
    return 'no_picture';
  }
  return file.size > most ? 'too_large' : undefined;
}

/** A file as records tell it; of one that is gone the id alone. */
export const asFile = (value: unknown): StoredFile => value as StoredFile;

export const isPicture = ({ type }: Pick<StoredFile, 'type'>): boolean => PICTURES.includes(type ?? '');
