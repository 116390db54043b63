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

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;
/** A connection that held so long was a good one. */
const STEADY = 10_000;

/**
 * Listens to changes for as long as the page lives. A browser gives up for good when a stream is refused, so this opens it anew by
 * itself, with growing pauses, and at once when the network or the person comes back.
 */
export function listen(open: () => Source, heard: Heard): () => void {
  let source: Source | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE;
  let opened = 0;
  let first = true;
  let replaced = false;

  const drop = () => {
    source?.close();
    source = undefined;
    clearTimeout(timer);
  };
  const begin = () => {
    drop();
    replaced = false;
    const mine = open();
    source = mine;
    mine.addEventListener('open', () => {
      opened = Date.now();
      if (!first) {
        heard.missed();
      }
      first = false;
    });
    mine.addEventListener('change', (event) => heard.change((event as MessageEvent<string>).data));
    mine.addEventListener('reset', heard.missed);
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
      heard.broken();
    });
  };
  const back = () => {
    if (source === undefined && document.visibilityState === 'visible') {
      pause = FIRST_PAUSE;
      begin();
    }
  };
  const looked = () => replaced && back();

  begin();
  addEventListener('online', back);
  addEventListener('focus', looked);
  document.addEventListener('visibilitychange', back);
  return () => {
    drop();
    removeEventListener('online', back);
    removeEventListener('focus', looked);
    document.removeEventListener('visibilitychange', back);
  };
}
