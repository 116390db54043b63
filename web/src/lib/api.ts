import createClient, { type Middleware } from 'openapi-fetch';
import { leaveFor } from './leave';
import { reach } from './reach';
import type { components, paths } from './schema';
import { VIEW_ENDED, viewing } from './viewing';

export type Schemas = components['schemas'];

/** As pages have it, where one sentence by itself ends without a full stop. */
export const said = (text: string): string =>
  /[.!?] |[。！？]./.test(text) ? text : text.replace(/[.。]$/, '');

/** What the server refused, as it told it (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: Schemas['ProblemItem'][];
  readonly candidates: Candidate[];
  readonly reference: string;
  /** How much of a configuration was brought in before it was refused. */
  readonly broughtIn: number;

  constructor(told: Partial<Schemas['Problem']> & { status: number; brought_in?: number }) {
    super(said(told.detail ?? told.title ?? told.code ?? String(told.status)));
    this.name = 'Problem';
    this.status = told.status;
    this.code = told.code ?? `http.${told.status}`;
    this.errors = (told.errors ?? []).map((error) => ({ ...error, message: said(error.message) }));
    this.candidates = (told.candidates ?? []) as unknown as Candidate[];
    this.reference = told.request_id ?? '';
    this.broughtIn = told.brought_in ?? 0;
  }
}

/** A record that is likely the same one. */
export interface Candidate {
  object: string;
  id?: string;
  label: string;
  [field: string]: unknown;
}

/** The server could not be reached; nothing is known of what became of the call. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

/** Whether the server says that it is gone, or not for this person; other refusals say nothing of what was read before. */
export const isLost = (error: unknown): boolean =>
  error instanceof Problem && [403, 404, 410].includes(error.status);

/** What stands between answers so while the server is away. */
const proxied = new Set([502, 503, 504]);

/** Whether the answer is not the server's own: something between says that the server is away. */
export const isAway = (status: number, type: string | null): boolean =>
  proxied.has(status) && type?.includes('problem+json') !== true;

let csrf = '';
let language = 'zh-CN';
let renewed: () => Promise<boolean> = () => Promise.resolve(false);

/** What every call carries. */
export const calls = {
  csrf(token: string | undefined) {
    csrf = token ?? '';
  },
  language(code: string) {
    language = code;
  },
  /** Asked when a call finds that nobody is signed in any more; true once the same person is again. */
  whenSessionEnds(act: () => Promise<boolean>) {
    renewed = act;
  },
};

const SESSION = '/api/v1/session';

const viewed = (id: string | undefined): Record<string, string> =>
  id === undefined ? {} : { 'X-View-As': id };

/** What a call says of who makes it, such as that it comes from this page. */
export const carried = (method: string): Record<string, string> => ({
  'Accept-Language': language,
  ...viewed(viewing.id()),
  ...(method !== 'GET' && csrf !== '' && { 'X-CSRF-TOKEN': csrf }),
});

const headers: Middleware = {
  onRequest({ request }) {
    Object.entries(carried(request.method)).forEach(([name, value]) => request.headers.set(name, value));
    return request;
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === 'AbortError' ? error : new Unreachable(error);
  },
};

async function sent(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    if (isAway(response.status, response.headers.get('Content-Type'))) {
      throw new Error(`HTTP ${response.status}`);
    }
    reach.answered();
    return response;
  } catch (error) {
    if (!request.signal.aborted) {
      reach.silent();
    }
    throw error;
  }
}

/** Whether the answer says that nobody is signed in, or somebody anew beside this page. */
export const endsSession = (status: number, code: string | undefined): boolean =>
  status === 401 || (status === 403 && code === 'session.csrf');

/** Waits until the same person is signed in again; false when that does not happen. */
export const signedInAgain = (): Promise<boolean> => renewed();

async function lostSession(request: Request, response: Response): Promise<boolean> {
  const asked = response.status === 403 && request.method !== 'GET';
  const told = asked ? ((await response.clone().json()) as { code?: string }) : {};
  return endsSession(response.status, told.code);
}

/** Looking through somebody's eyes has ended: the window goes on as oneself, with nothing of the other's on the screen. */
async function lostView(response: Response): Promise<boolean> {
  if (response.status !== 403 || viewing.id() === undefined) {
    return false;
  }
  const { code } = (await response.clone().json()) as { code?: string };
  return code === VIEW_ENDED;
}

/** Of two who want the same at once and wait for each other, one gives way: nothing of its own was done. */
async function gaveWay(response: Response): Promise<boolean> {
  if (response.status !== 409) {
    return false;
  }
  const { code } = (await response.clone().json()) as { code?: string };
  return code === 'request.retry';
}

/**
 * A call that finds the session over waits until it is renewed and is then sent again, and so is one that gave way to another; files are
 * not kept for that.
 */
async function patient(request: Request): Promise<Response> {
  const file = request.headers.get('Content-Type')?.startsWith('multipart/') === true;
  const spare = file ? undefined : request.clone();
  const response = await sent(request);
  if (await lostView(response)) {
    viewing.end();
    leaveFor('/');
    return new Promise(() => undefined);
  }
  if (new URL(request.url).pathname === SESSION || !(await lostSession(request, response))) {
    return spare !== undefined && (await gaveWay(response)) ? sent(spare) : response;
  }
  if (!(await renewed()) || spare === undefined) {
    return response;
  }
  if (spare.method !== 'GET') {
    spare.headers.set('X-CSRF-TOKEN', csrf);
  }
  return sent(spare);
}

/** The API of the server, typed by its own description. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin', fetch: patient });
api.use(headers);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's body, or its problem thrown. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) {
    return data as T;
  }
  const told = typeof error === 'object' && error !== null ? error : {};
  throw new Problem({ ...told, status: response.status });
}
