/** What a source of server-sent events has that is used here. */
export interface Source {
  addEventListener: (type: string, listener: (event: Event) => void) => void;
  close: () => void;
}

export interface Heard {
  /** A record changed: the event's data. */
  change: (data: string) => void;
  /** Something may have been missed; what is shown had better be read anew. */
  missed: () => void;
  /** The stream broke and will be opened anew; time to see whether server and session are there. */
  broken: () => void;
}

/** What tabs of one browser tell each other. */
type Word = { claim: number } | { freed: true } | { heard: keyof Heard; data: string };

/** What a broadcast channel has that is used here. */
export interface Channel {
  postMessage: (word: Word) => void;
  onmessage: ((event: MessageEvent) => void) | null;
  close: () => void;
}

/** So long a page that is not looked at keeps its stream. */
const HIDDEN_FOR = 5_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;
/** A connection that held so long was a good one. */
const STEADY = 10_000;

/**
 * Listens to changes while the page is looked at. A browser gives up for good when a stream is refused, so this opens it anew by
 * itself, with growing pauses, and at once when the network or the person comes back. It lends a site six connections in all, so the
 * pages that are in sight share one stream: the newest has it and hands on what it hears.
 */
export function listen(
  open: () => Source,
  heard: Heard,
  channel: Channel = new BroadcastChannel('hemai.live'),
): () => void {
  let source: Source | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  let claim = 0;
  let pause = FIRST_PAUSE;
  let opened = 0;
  let first = true;
  let replaced = false;

  const visible = () => document.visibilityState === 'visible';
  const tell = (what: keyof Heard, data = '') => {
    heard[what](data);
    channel.postMessage({ heard: what, data });
  };
  const drop = () => {
    source?.close();
    source = undefined;
    clearTimeout(timer);
    timer = undefined;
  };
  /** Leaves it to the others; what they hear meanwhile is missed here. */
  const free = () => {
    const had = source ?? timer;
    drop();
    first = false;
    if (had !== undefined) {
      channel.postMessage({ freed: true });
    }
  };
  const begin = () => {
    drop();
    replaced = false;
    claim = Date.now() + Math.random();
    channel.postMessage({ claim });
    const mine = open();
    source = mine;
    mine.addEventListener('open', () => {
      opened = Date.now();
      if (!first) {
        tell('missed');
      }
      first = false;
    });
    mine.addEventListener('change', (event) => tell('change', (event as MessageEvent<string>).data));
    mine.addEventListener('reset', () => tell('missed'));
    mine.addEventListener('replaced', () => {
      // one looks at newer pages; this one begins again when one comes back to it
      replaced = true;
      drop();
    });
    mine.addEventListener('error', () => {
      if (source !== mine) {
        return;
      }
      drop();
      pause = opened > 0 && Date.now() - opened > STEADY ? FIRST_PAUSE : pause;
      opened = 0;
      first = false;
      timer = setTimeout(begin, pause * (0.75 + Math.random() / 2));
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      tell('broken');
    });
  };
  const back = () => {
    clearTimeout(hiding);
    if (!visible()) {
      hiding = setTimeout(free, HIDDEN_FOR);
    } else if (source === undefined) {
      pause = FIRST_PAUSE;
      begin();
    }
  };
  const looked = () => replaced && back();
  channel.onmessage = ({ data: word }: MessageEvent<Word>) => {
    if ('claim' in word) {
      if ((source ?? timer) === undefined || word.claim > claim) {
        drop();
        replaced = true;
      }
    } else if (!visible()) {
      first = false;
    } else if ('heard' in word) {
      heard[word.heard](word.data);
    } else {
      first = false;
      timer ??= source ? undefined : setTimeout(begin, Math.random() * 500);
    }
  };

  if (visible()) {
    begin();
  } else {
    first = false;
  }
  addEventListener('online', back);
  addEventListener('focus', looked);
  addEventListener('pagehide', free);
  document.addEventListener('visibilitychange', back);
  return () => {
    clearTimeout(hiding);
    free();
    channel.close();
    removeEventListener('online', back);
    removeEventListener('focus', looked);
    removeEventListener('pagehide', free);
    document.removeEventListener('visibilitychange', back);
  };
}
