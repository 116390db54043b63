/** Whether one of the records is linked anywhere in what was answered; one that stands there itself has a version. */
export function links(answer: unknown, ids: ReadonlySet<unknown>): boolean {
  if (typeof answer !== 'object' || answer === null) {
    return false;
  }
  return (
    ('id' in answer && !('version' in answer) && ids.has(answer.id)) ||
    Object.values(answer).some((each) => links(each, ids))
  );
}

/** Whether one of the records is anywhere in what was answered, such as a link to it in the row of a list. */
export function holds(answer: unknown, ids: ReadonlySet<unknown>): boolean {
  if (Array.isArray(answer)) {
    return answer.some((each) => holds(each, ids));
  }
  if (typeof answer !== 'object' || answer === null) {
    return false;
  }
  return ('id' in answer && ids.has(answer.id)) || Object.values(answer).some((each) => holds(each, ids));
}
