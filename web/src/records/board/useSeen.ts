import { useEffect, useRef, useState } from 'react';

const MARGIN = '300px 400px';

/** Whether the element has ever been near the window. */
export function useSeen<T extends HTMLElement>() {
  const ref = useRef<T>(null);
  const [seen, see] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) {
          see(true);
          watch.disconnect();
        }
      },
      { rootMargin: MARGIN },
    );
    if (ref.current) {
      watch.observe(ref.current);
    }
    return () => watch.disconnect();
  }, []);
  return { ref, seen };
}
