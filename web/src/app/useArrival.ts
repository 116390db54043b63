import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useKeptScrollOfPages } from '@/ui/kept';

/** Takes the focus into the page that one comes to, so that keys and reading begin there; one comes back to where one was. */
export function useArrival() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useKeptScrollOfPages(main, pathname);
  useEffect(() => {
    const typing = document.activeElement?.matches('input, textarea') === true;
    if (last.current !== pathname && !(typing && main.current?.contains(document.activeElement))) {
      main.current?.focus({ preventScroll: true });
    }
    last.current = pathname;
  }, [pathname]);
  return main;
}
