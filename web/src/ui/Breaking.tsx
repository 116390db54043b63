import { Fragment } from 'react';
import { piecesOf } from './pieces';

/** An address that breaks between its parts where it does not fit, not in mid word; for where there is room for several lines. */
export function Breaking({ text }: { text: string }) {
  return piecesOf(text).map((piece, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
