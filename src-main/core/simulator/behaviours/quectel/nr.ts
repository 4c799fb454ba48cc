import { ok, wrong } from '../../answer'
import type { Outcome } from '../../answer'
import type { Heard } from '../../air'
import type { Asked, Behaviour } from '../../behaviour'
import type { ModemParts } from '../../modem-parts'
import type { NrCell, Technology } from '../../persona'
import { bandOf, hex, placeOf } from './cell-text'

/** Of +QNWPREFCFG: "mode_pref": what may be used, and <AcT> of what is then registered. 5G alone is SA, else it is beside LTE. */
const modes: {
  readonly [mode: string]: {
    readonly use: 'none' | 'nsa' | 'sa'
    readonly act: number
    readonly only?: readonly Technology[]
  }
} = {
  AUTO: { use: 'nsa', act: 13 },
  LTE: { use: 'none', act: 7, only: ['lte'] },
  'LTE:NR5G': { use: 'nsa', act: 13, only: ['lte'] },
  NR5G: { use: 'sa', act: 11, only: ['lte'] },
  WCDMA: { use: 'none', act: 7, only: ['wcdma'] },
}
const MODE = 'mode_pref'
const modeOf = ({ stored }: ModemParts) => stored.named.get(MODE) ?? 'AUTO'

/** How 5G is used now; the LTE cell of the simulated air stands for the one that 5G belongs to. */
export function nrUse(modem: ModemParts): 'none' | 'nsa' | 'sa' {
  const lte = modem.radio.serving()?.cell.technology === 'lte'
  return lte ? (modes[modeOf(modem)]?.use ?? 'none') : 'none'
}

/** Weaker than the LTE beside it, as its frequency is higher. */
function measured({ level }: Heard) {
  return {
    rsrp: Math.round(level.powerDbm - 9),
    rsrq: Math.round(level.qualityDb - 1),
    sinr: Math.round(level.sinrDb + 4),
  }
}

/** `"NR5G-NSA",<mcc>,<mnc>,<pci>,<rsrp>,<sinr>,<rsrq>,<arfcn>,<band>,<bandwidth>,<scs>`. */
export function besideRow(heard: Heard, nr: NrCell): string {
  const { rsrp, rsrq, sinr } = measured(heard)
  const { physicalId, channel, band, bandwidth, subcarrier } = nr
  return `"NR5G-NSA",${placeOf(heard.cell)},${physicalId},${rsrp},${sinr},${rsrq},${channel},${band},${bandwidth},${subcarrier}`
}

/** `"NR5G-SA","TDD",<mcc>,<mnc>,<cell>,<pci>,<tac>,<arfcn>,<band>,<bandwidth>,<rsrp>,<rsrq>,<sinr>,<scs>,-`. */
export function aloneRow(heard: Heard, nr: NrCell): string {
  const { rsrp, rsrq, sinr } = measured(heard)
  const { physicalId, channel, band, bandwidth, subcarrier } = nr
  const { cell } = heard
  const place = `${placeOf(cell)},${hex(cell.cellId)},${physicalId},${hex(cell.areaCode)}`
  return `"NR5G-SA","TDD",${place},${channel},${band},${bandwidth},${rsrp},${rsrq},${sinr},${subcarrier},-`
}

export const nrNetwork = ({ cell }: Heard, { band, channel }: NrCell) =>
  `+QNWINFO: "TDD NR5G","${cell.plmn}","NR5G BAND ${band}",${channel}`

export function nrSignal(heard: Heard): string {
  const { rsrp, rsrq, sinr } = measured(heard)
  return `+QCSQ: "NR5G",${rsrp},${sinr},${rsrq}`
}

/** Resource blocks of 1.4, 3, 5, 10, 15 and 20 MHz. */
const blocks = [6, 15, 25, 50, 75, 100]

/** The carriers in use; that of 5G beside LTE is told by +QENG alone. */
function carriers({ modem }: Asked, nr: NrCell): Outcome {
  const heard = modem.radio.serving()
  if (heard?.cell.technology !== 'lte') return ok()
  if (nrUse(modem) === 'sa')
    return ok(
      `+QCAINFO: "PCC",${nr.channel},${nr.bandwidth},"NR5G BAND ${nr.band}",${nr.physicalId}`,
    )
  const { cell, level } = heard
  const { powerDbm, qualityDb, rssiDbm, sinrDb } = level
  const levels = [powerDbm, qualityDb, rssiDbm, sinrDb].map(Math.round).join(',')
  const band = `"LTE BAND ${bandOf(cell)}",1,${cell.physicalId}`
  return ok(`+QCAINFO: "PCC",${cell.channel},${blocks[cell.bandwidth]},${band},${levels}`)
}

function setMode({ modem }: Asked, mode: string): Outcome {
  const wanted = modes[mode]
  if (!wanted) return wrong
  return {
    waitMs: 300,
    then: () => {
      modem.stored.named.set(MODE, mode)
      modem.radio.lteAct = wanted.act
      modem.radio.setTechnologies(wanted.only ?? modem.persona.technologies)
      return {}
    },
  }
}

function setBands({ modem }: Asked, text: string): Outcome {
  const able = modem.persona.bands?.lte ?? []
  const bands = text.split(':').map(Number)
  if (!bands.every((band) => able.includes(band))) return wrong
  return {
    waitMs: 300,
    then: () => {
      modem.stored.radio.lteBands = bands
      modem.radio.limitsChanged()
      return {}
    },
  }
}

/** What is preferred, or all that there is. The one band of 5G stays. */
function preferred(asked: Asked, nr: NrCell): Outcome {
  const { modem, values } = asked
  const name = values[0]?.text ?? ''
  const to = values[1]?.text
  const able = (modem.persona.bands?.lte ?? []).join(':')
  const row = (of: string, value: string | number) => `+QNWPREFCFG: "${of}",${value}`
  if (values.length > 2) return wrong
  if (name === MODE) return to === undefined ? ok(row(name, modeOf(modem))) : setMode(asked, to)
  if (name === 'lte_band')
    return to === undefined
      ? ok(row(name, (modem.stored.radio.lteBands ?? []).join(':')))
      : setBands(asked, to)
  if (name === 'nr5g_band' || name === 'nsa_nr5g_band')
    return to === undefined || to === String(nr.band) ? ok(row(name, nr.band)) : wrong
  if (name !== 'policy_band' || to !== undefined) return wrong
  return ok(row('lte_band', able), row('nsa_nr5g_band', nr.band), row('nr5g_band', nr.band))
}

/** RG50xQ&RM5xxQ Series AT Commands Manual; public answers of RG500Q, RM520N and RM551E. */
export const quectelNr = (nr: NrCell): Behaviour => [
  { name: '+QCAINFO', test: () => ok(), execute: (asked) => carriers(asked, nr) },
  {
    name: '+QNWPREFCFG',
    test: () => ok('+QNWPREFCFG: "mode_pref",AUTO:WCDMA:LTE:NR5G'),
    set: (asked) => preferred(asked, nr),
  },
]
