import type { Facts, FactValue } from '@core/at/knowledge'

/** An index of SNR (nRF91 AT Commands, 5.8 and 8.15): 1 is -24 dB to -23 dB, of which the lower edge is told; 127 is unknown. */
export function sinrOf(index: FactValue | undefined): Facts {
  return typeof index === 'number' && index >= 0 && index <= 49 ? { sinr_db: index - 25 } : {}
}
