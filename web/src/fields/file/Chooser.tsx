import type { ReactNode } from 'react';

export interface ChooserProps {
  onFile: (file: File) => void;
  accept?: string;
  id?: string;
  autoFocus?: boolean;
  describedBy?: string;
}

/** Something to press that opens the system's own choice of files. */
export function Chooser({
  onFile,
  accept,
  id,
  autoFocus = false,
  describedBy,
  label,
  className,
  children,
}: ChooserProps & { label: string; className: string | undefined; children: ReactNode }) {
  return (
    <label className={className}>
      <input
        type="file"
        className="sr-only"
        aria-label={label}
        {...(id !== undefined && { id })}
        {...(accept !== undefined && { accept })}
        {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
        autoFocus={autoFocus}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) {
            onFile(file);
          }
        }}
      />
      {children}
    </label>
  );
}
