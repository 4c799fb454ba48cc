/** What the modem asks of the network to save power, kept over power cycles; and what the network here makes of it. */
export class PowerSaving {
  psm = false
  /** Bits of T3412 extended and T3324 (24.008, 10.5.7.4a and 10.5.7.3). */
  tau = '00100110'
  active = '00000101'
  edrx = false
  /** Bits of the cycle (24.008, 10.5.5.32). */
  cycle = '0101'
  /** Bits of the paging time window that is asked for. */
  window = '0011'

  /** The network listens for at least a minute, and takes the TAU as it is asked for. */
  get granted(): { readonly active: string; readonly tau: string } | undefined {
    if (!this.psm) return undefined
    const shorter = this.active.startsWith('000') && parseInt(this.active.slice(3), 2) < 30
    return { active: shorter ? '00100001' : this.active, tau: this.tau }
  }
  /** No cycle under 20.48 s. */
  get grantedCycle(): string | undefined {
    if (!this.edrx) return undefined
    return parseInt(this.cycle, 2) < 2 ? '0010' : this.cycle
  }
}
