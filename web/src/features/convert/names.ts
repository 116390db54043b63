const FORMS =
  /(?:股份有限公司|有限责任公司|有限責任公司|有限公司|股份公司|集团公司|公司|有限合伙|\b(?:ltd|limited|inc|corp|corporation|company|co|gmbh|ag|llc|plc)\.?)$/iu;
const KEPT = /(?:分公司|子公司|总公司)$/u;

/** What a company is called without its legal form, for looking it up; the server compares names in the same sense. */
export function bareName(name: unknown): string {
  const whole = typeof name === 'string' ? name.trim().toLowerCase() : '';
  if (KEPT.test(whole)) {
    return whole;
  }
  const bare = whole.replace(FORMS, '').replace(/[\s.,，]+$/u, '');
  return bare === '' ? whole : bare === whole ? whole : bareName(bare);
}
