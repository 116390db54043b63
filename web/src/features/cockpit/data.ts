/** What a chart shows: bars of one or several series over categories. */
export interface ChartData {
  /** What the categories are, such as stages. */
  of: string;
  categories: string[];
  series: Series[];
  /** Bars lie, for categories with long names. */
  lying?: boolean;
  stacked?: boolean;
  /** Series stand behind each other, the later ones in front. */
  layered?: boolean;
  /** What is written at the end of a category's bar. */
  notes?: string[];
  /** Columns that only the table has. */
  more?: { name: string; values: string[] }[];
  /** A value in few characters, and in full. */
  brief: (value: number) => string;
  full: (value: number) => string;
}

export interface Series {
  name: string;
  values: number[];
  /** Where the records behind a value are listed. */
  to: (category: number) => string;
  quiet?: boolean;
}

export const isNothing = ({ series }: ChartData): boolean =>
  series.every(({ values }) => values.every((value) => value === 0));

/** The chart in one sentence, for those who cannot see it. */
export function summary({ categories, series, full }: ChartData): string {
  const several = series.length > 1;
  return categories
    .map((category, i) => {
      const told = series
        .filter(({ values }) => !several || (values[i] ?? 0) !== 0)
        .map(({ name, values }) => (several ? `${name} ${full(values[i] ?? 0)}` : full(values[i] ?? 0)));
      return `${category} ${told.join(' ')}`.trim();
    })
    .join('; ');
}
