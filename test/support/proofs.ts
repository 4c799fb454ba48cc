/**
 * How many cases of a proof run: all of them with `npm run test:proof` (every week in CI), only some of them with `npm test`, which has to stay
 * short. Cases are numbered so that every kind comes early.
 */
export const cases = (whole: number, inShort = Math.ceil(whole / 8)): number =>
  process.env['MODEM_BENCH_PROOFS'] === 'whole' ? whole : inShort
