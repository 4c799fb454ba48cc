import type { Cell, SignalLevel } from './operators'
import type { Persona } from './persona'
import type { SimulatedRadio } from './radio'

/** The whole line of +CPSI?: what the modem camps on, in the units of its firmware. */
export function cpsi(persona: Persona, radio: SimulatedRadio): string {
  const serving = radio.serving()
  if (!serving)
    return `+CPSI: NO SERVICE,${radio.functionality === 1 ? 'Online' : 'Low Power Mode'}`
  const { cell, level } = serving
  switch (cell.technology) {
    case 'lte':
      return `+CPSI: ${persona.formats.cpsiLte ?? 'LTE'},${lte(cell)},${lteNumbers(level, persona.formats.cpsi)}`
    case 'wcdma':
      return `+CPSI: ${wcdma(cell, level)}`
    case 'gsm':
      return `+CPSI: GSM,${place(cell)},${cell.channel},${level.rssiDbm},0,40-40`
  }
}

function place(cell: Cell): string {
  const plmn = `${cell.plmn.slice(0, 3)}-${cell.plmn.slice(3)}`
  return `Online,${plmn},0x${hex4(cell.areaCode)},${cell.cellId}`
}

function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0')
}

function lte(cell: Cell): string {
  const { physicalId, band, channel, bandwidth } = cell
  return `${place(cell)},${physicalId},${band},${channel},${bandwidth},${bandwidth}`
}

/** RSRQ, RSRP, RSSI, RSSNR. SIM7672JP V1.9.05 gives the first three as indices: (n-40)/2 dB, n-140 dBm, n-110 dBm. */
function lteNumbers(level: SignalLevel, scale: Persona['formats']['cpsi']): string {
  const { qualityDb, powerDbm, rssiDbm, sinrDb } = level
  switch (scale) {
    case 'index':
      return [Math.round(qualityDb * 2 + 40), powerDbm + 140, rssiDbm + 110, Math.max(0, sinrDb)]
        .map((value) => Math.max(0, Math.round(value)))
        .join(',')
    case 'db':
      return [qualityDb, powerDbm, rssiDbm, sinrDb].map(Math.round).join(',')
    case 'tenths':
      return [qualityDb * 10, powerDbm * 10, rssiDbm * 10, sinrDb].map(Math.round).join(',')
  }
}

/** LAC, cell, band, PSC, UARFCN, SSC, Ec/Io and RSCP without their minus sign, Qual, RxLev, TXPWR (500: silent). */
function wcdma(cell: Cell, level: SignalLevel): string {
  const qual = Math.max(0, Math.round(18 + level.qualityDb))
  const rxLev = Math.max(0, level.powerDbm + 115)
  const ecIo = Math.abs(level.qualityDb)
  const numbers = [0, ecIo, Math.abs(level.powerDbm), qual, rxLev, 500]
  return `WCDMA,${place(cell)},${cell.band},${cell.physicalId},${cell.channel},${numbers.join(',')}`
}
