/** Which multiplexers AT+CMUX=? names, where it is not the persona's own. */
export const muxOffers = ['basic', 'advanced', 'both', 'error-recovery'] as const
export type MuxOffer = (typeof muxOffers)[number]

/** The numbers AT+CMUX has for what is offered (27.007, 5.7). */
export const muxModes: { readonly [offer in MuxOffer]: readonly number[] } = {
  basic: [0],
  advanced: [1],
  both: [0, 1],
  'error-recovery': [2],
}
