import type { Facts, FactValue } from '@core/at/knowledge'

/** An index of SNR (nRF91 AT manual, %XMONITOR and %XSNRSQ): counted from -24 dB; 127 is unknown. */
export function sinrOf(index: FactValue | undefined): Facts {
  return typeof index === 'number' && index >= 0 && index <= 49 ? { sinr_db: index - 24 } : {}
}
