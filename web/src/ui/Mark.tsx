/** The sign of Hemai: three veins that join. */
export function Mark({ size = 24 }: { size?: number }) {
  return <img src="/favicon.svg" width={size} height={size} alt="" />;
}
