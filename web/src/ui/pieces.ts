/** The parts of an e-mail or web address, each with the sign that ends it: `li.lei@hemai.cn` is `li.`, `lei@`, `hemai.`, `cn`. */
export const piecesOf = (address: string): string[] =>
  address.match(/[^@./_?&=]*[@./_?&=]+|[^@./_?&=]+/g) ?? [];
