import type { Cell } from './operators'

/** What the modem was told to leave out, kept over power cycles. */
export class RadioLimits {
  /** The bands of LTE that are on; undefined: the persona keeps no such setting. */
  lteBands: readonly number[] | undefined
  /** The masks of +CNBP around that of LTE, as they were written last. */
  masks: { readonly before: readonly string[]; readonly behind: readonly string[] } | undefined
  /** The only LTE cell it may use. */
  cell: { readonly earfcn: number; readonly pci: number } | undefined

  constructor(lteBands: readonly number[] | undefined) {
    this.lteBands = lteBands
  }

  allows({ technology, band, channel, physicalId }: Cell): boolean {
    if (technology !== 'lte') return true
    const number = Number(/\d+$/.exec(band)?.[0])
    if (this.lteBands && !this.lteBands.includes(number)) return false
    return !this.cell || (this.cell.earfcn === channel && this.cell.pci === physicalId)
  }
}
