const KEY = 'hemai.login';

/** By which login somebody signed in here last, so that it need not be typed when a session ends. */
export const lastLogin = {
  read: (): string => localStorage.getItem(KEY) ?? '',
  keep: (login: string): void => localStorage.setItem(KEY, login),
};
