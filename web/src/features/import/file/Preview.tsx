import { useTranslation } from 'react-i18next';
import type { Import } from '../job/api';
import styles from './Preview.module.css';

/** The first rows as they are read now. */
export function Preview({ proposal }: { proposal: Import['proposal'] }) {
  const { t } = useTranslation('imports');
  return (
    <div className={styles.scroll} role="region" aria-label={t('file.preview')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {proposal.columns.map(({ column }) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(proposal.head ?? []).map((cells, row) => (
            <tr key={row}>
              {proposal.columns.map(({ column }, i) => (
                <td key={column} title={cells[i]}>
                  {cells[i]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
