/** The path that is gone to after signing in: of this application only, else its start. */
export function inside(to: string | null): string {
  const asked = URL.parse(to ?? '/', location.origin);
  // `/.//x` becomes `//x`, which is a host and no path
  return asked?.origin === location.origin && !asked.pathname.startsWith('//')
    ? asked.pathname + asked.search + asked.hash
    : '/';
}
