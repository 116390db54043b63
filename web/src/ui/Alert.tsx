import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Problem, type Schemas } from '@/lib/api';
import { whyNot } from './tell';
import styles from './Alert.module.css';

const signs = { info: Info, warning: TriangleAlert, danger: CircleAlert };

interface Props {
  kind: keyof typeof signs;
  children: ReactNode;
  /** What can be done about it. */
  act?: ReactNode;
}

/** Something to know before one goes on. */
export function Alert({ kind, children, act }: Props) {
  const Sign = signs[kind];
  return (
    <div role={kind === 'danger' ? 'alert' : undefined} className={styles.alert} data-kind={kind}>
      <Sign size={16} strokeWidth={1.5} aria-hidden />
      <div className={styles.text}>{children}</div>
      {act && <div className={styles.act}>{act}</div>}
    </div>
  );
}

interface RefusedProps {
  error: unknown;
  /** How a reason is told; just its message unless given. */
  say?: (item: Schemas['ProblemItem']) => string;
  /** What else there is to know about it. */
  children?: ReactNode;
}

/** What the server refused: each reason, or else why nothing came of it. */
export function Refused({ error, say = ({ message }) => message, children }: RefusedProps) {
  if (!error) {
    return null;
  }
  const reasons =
    error instanceof Problem
      ? error.errors.length > 0
        ? [...new Set(error.errors.map(say))]
        : [error.message]
      : [whyNot(error)];
  return (
    <Alert kind="danger">
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {children}
    </Alert>
  );
}
