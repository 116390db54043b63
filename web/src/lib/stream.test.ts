// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen, type Channel, type Source } from './stream';

class Fake extends EventTarget implements Source {
  closed = false;
  close() {
    this.closed = true;
  }
  say(type: string, data = '{}') {
    this.dispatchEvent(new MessageEvent(type, { data }));
  }
}

/** Tabs that hear each other at once. */
class Tab implements Channel {
  static all: Tab[] = [];
  onmessage: Channel['onmessage'] = null;
  constructor() {
    Tab.all.push(this);
  }
  postMessage(data: unknown) {
    Tab.all
      .filter((tab) => tab !== this)
      .forEach((tab) => tab.onmessage?.(new MessageEvent('message', { data })));
  }
  close() {
    Tab.all = Tab.all.filter((tab) => tab !== this);
  }
}

/** Shows or hides the page. */
const show = (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('the stream of changes', () => {
  let sources: Fake[] = [];
  let last: () => Fake;
  let heard = { change: vi.fn(), missed: vi.fn(), broken: vi.fn() };
  let stop: () => void;
  const open = () => {
    const source = new Fake();
    sources.push(source);
    return source;
  };
  const unclosed = () => sources.filter(({ closed }) => !closed);

  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    sources = [];
    heard = { change: vi.fn(), missed: vi.fn(), broken: vi.fn() };
    last = () => sources.at(-1) ?? new Fake();
    stop = listen(open, heard, new Tab());
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('tells changes, and of the first opening nothing', () => {
    last().say('open');
    last().say('change', 'x');
    expect(heard.change).toHaveBeenCalledWith('x');
    expect(heard.missed).not.toHaveBeenCalled();
  });

  it('opens anew after each failure, with growing pauses', () => {
    for (const pause of [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]) {
      const before = sources.length;
      last().say('error');
      expect(last().closed).toBe(true);
      vi.advanceTimersByTime(pause - 1);
      expect(sources).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(sources).toHaveLength(before + 1);
    }
    expect(heard.broken).toHaveBeenCalledTimes(6);
  });

  it('has what is shown read anew once it is open again', () => {
    last().say('open');
    last().say('error');
    vi.advanceTimersByTime(1_000);
    expect(heard.missed).not.toHaveBeenCalled();
    last().say('open');
    expect(heard.missed).toHaveBeenCalledOnce();
  });

  it('does not wait longer for having broken long ago', () => {
    last().say('error');
    vi.advanceTimersByTime(1_000);
    last().say('error');
    vi.advanceTimersByTime(2_000);
    last().say('open');
    vi.advanceTimersByTime(60_000);
    last().say('error');
    vi.advanceTimersByTime(1_000);
    expect(sources).toHaveLength(4);
  });

  it('gives way to newer pages until one comes back to it', () => {
    last().say('open');
    last().say('replaced');
    last().say('error');
    vi.advanceTimersByTime(600_000);
    expect(sources).toHaveLength(1);
    expect(last().closed).toBe(true);
    dispatchEvent(new Event('focus'));
    expect(sources).toHaveLength(2);
  });

  it('begins at once when the network comes back', () => {
    last().say('error');
    dispatchEvent(new Event('online'));
    expect(sources).toHaveLength(2);
    vi.advanceTimersByTime(60_000);
    expect(sources).toHaveLength(2);
  });

  it('lets the stream go a while after the page is hidden, and reads anew when it is seen again', () => {
    last().say('open');
    show('hidden');
    vi.advanceTimersByTime(4_000);
    show('visible');
    vi.advanceTimersByTime(60_000);
    expect(unclosed()).toHaveLength(1);
    show('hidden');
    vi.advanceTimersByTime(5_000);
    expect(unclosed()).toHaveLength(0);
    show('visible');
    last().say('open');
    expect(unclosed()).toHaveLength(1);
    expect(heard.missed).toHaveBeenCalledOnce();
  });

  it('keeps no stream for a page that the browser puts away', () => {
    dispatchEvent(new Event('pagehide'));
    expect(unclosed()).toHaveLength(0);
  });

  it('shares one stream among the pages in sight', () => {
    const others = Array.from({ length: 7 }, () => ({ change: vi.fn(), missed: vi.fn(), broken: vi.fn() }));
    const stops = others.map((other) => {
      vi.advanceTimersByTime(10);
      return listen(open, other, new Tab());
    });
    expect(unclosed()).toHaveLength(1);
    last().say('change', 'x');
    [heard, ...others].forEach(({ change }) => expect(change).toHaveBeenCalledExactlyOnceWith('x'));
    stops.pop()?.();
    vi.advanceTimersByTime(500);
    expect(unclosed()).toHaveLength(1);
    unclosed()[0]?.say('open');
    expect(heard.missed).toHaveBeenCalledOnce();
    stops.forEach((end) => end());
  });
});
