import { queryOptions } from '@tanstack/react-query';
import {
  answered,
  api,
  carried,
  endsSession,
  isAway,
  Problem,
  signedInAgain,
  Unreachable,
  type Schemas,
} from './api';
import { reach } from './reach';

export type StoredFile = Schemas['File'];

/** How large a file may be; asked once, so that nobody waits for a refusal. */
export const fileLimitsQuery = queryOptions({
  queryKey: ['files', 'limits'],
  staleTime: Infinity,
  queryFn: () => answered(api.GET('/api/v1/files/limits')),
});

interface Sending {
  /** Told how much is sent, from 0 to 1. */
  onShare?: (share: number) => void;
  signal?: AbortSignal;
}

interface Answer {
  status: number;
  told: Partial<Schemas['Problem']>;
}

const FILES = '/api/v1/files';

function read(text: string): Partial<Schemas['Problem']> {
  try {
    return JSON.parse(text) as Partial<Schemas['Problem']>;
  } catch {
    return {}; // something between us and the server answered
  }
}

/** Not by `fetch`, which does not tell how much is sent. */
const send = (file: File, { onShare, signal }: Sending): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    const body = new FormData();
    body.set('file', file, file.name);
    call.open('POST', FILES);
    Object.entries(carried('POST')).forEach(([name, value]) => call.setRequestHeader(name, value));
    call.upload.onprogress = ({ loaded, total }) => onShare?.(total > 0 ? loaded / total : 0);
    const away = () => {
      reach.silent();
      reject(new Unreachable(call));
    };
    call.onload = () => {
      if (isAway(call.status, call.getResponseHeader('Content-Type'))) {
        away();
        return;
      }
      reach.answered();
      resolve({ status: call.status, told: read(call.responseText) });
    };
    call.onerror = away;
    call.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal?.addEventListener('abort', () => call.abort(), { once: true });
    call.send(body);
  });

/** Stores a file, whose id is then written into a file field. */
export async function upload(file: File, how: Sending = {}): Promise<StoredFile> {
  let { status, told } = await send(file, how);
  if (endsSession(status, told.code) && (await signedInAgain())) {
    ({ status, told } = await send(file, how));
  }
  if (status >= 300) {
    throw new Problem({ ...told, status });
  }
  return told as unknown as StoredFile;
}

export const fileUrl = (id: string): string => `${FILES}/${id}`;

/** A picture drawn small by the server: for a line of text, or for a page of its own. */
export const thumbnailUrl = (id: string, size: 'line' | 'page'): string =>
  `${FILES}/${id}/thumbnail?size=${size === 'line' ? 96 : 640}`;
