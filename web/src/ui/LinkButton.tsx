import { Button, type ButtonProps } from 'antd';
import { useHref, useLinkClickHandler } from 'react-router';

/** A way to another page that looks like a button and can be opened in a tab of its own. */
export function LinkButton({
  to,
  replace = false,
  ...button
}: { to: string; replace?: boolean } & Omit<ButtonProps, 'href' | 'onClick'>) {
  const href = useHref(to);
  const go = useLinkClickHandler<HTMLElement>(to, { replace });
  return <Button {...button} href={href} onClick={go} />;
}
