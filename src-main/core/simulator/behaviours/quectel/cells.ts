import { ok, wrong } from '../../answer'
import type { Outcome } from '../../answer'
import type { Heard } from '../../air'
import type { Asked, Behaviour } from '../../behaviour'
import type { ModemParts } from '../../modem-parts'
import type { SignalLevel } from '../../operators'
import type { QuectelCommands } from '../../persona'
import { around } from '../cells'
import { bandOf, hex, placeOf } from './cell-text'
import { aloneRow, besideRow, nrNetwork, nrSignal, nrUse } from './nr'

/** A fifth of a dB above -20 dB. */
const index = (sinrDb: number) => Math.max(0, Math.min(250, Math.round((sinrDb + 20) * 5)))
/** Srxlev is RSRP less the cell's Qrxlevmin (36.304, 5.2.3.2), which the simulated cells all have at -124 dBm. */
const srxlev = ({ powerDbm }: SignalLevel) => powerDbm + 124

function stateOf({ radio, calls }: ModemParts): string {
  if (radio.state.kind !== 'registered') return 'LIMSRV'
  return calls.current === undefined ? 'NOCONN' : 'CONNECT'
}

/** EC25 as it answered in public, without quotes around hex; BG96 puts `-` behind SINR, RM5xx CQI and transmit power. */
function lteRow({ cell, level }: Heard, { lte, nr }: QuectelCommands): string {
  const { physicalId, channel, bandwidth, areaCode, cellId } = cell
  const { powerDbm, qualityDb, rssiDbm, sinrDb } = level
  const place = `"${lte}","FDD",${placeOf(cell)},${hex(cellId)},${physicalId},${channel},${bandOf(cell)},${bandwidth},${bandwidth},${hex(areaCode)}`
  const levels = [powerDbm, qualityDb, rssiDbm].map(Math.round).join(',')
  if (lte !== 'LTE') return `${place},${levels},${index(sinrDb)},-`
  const more = nr ? ',0,-' : ''
  return `${place},${levels},${Math.round(sinrDb)}${more},${srxlev(level)}`
}

function wcdmaRow({ cell, level }: Heard): string {
  const { physicalId, channel, areaCode, cellId } = cell
  const place = `"WCDMA",${placeOf(cell)},${hex(areaCode)},${hex(cellId)},${channel},${physicalId},1`
  return `${place},${Math.round(level.powerDbm)},${Math.round(level.qualityDb)},-,-,-,-,-`
}

function serving({ modem }: Asked, own: QuectelCommands): Outcome {
  const heard = modem.radio.serving()
  if (!heard) return ok('+QENG: "servingcell","SEARCH"')
  const head = `+QENG: "servingcell","${stateOf(modem)}"`
  const use = own.nr && nrUse(modem)
  if (own.nr && use === 'sa') return ok(`${head},${aloneRow(heard, own.nr)}`)
  // With 5G beside LTE the state stands alone.
  if (own.nr && use === 'nsa')
    return ok(head, `+QENG: ${lteRow(heard, own)}`, `+QENG: ${besideRow(heard, own.nr)}`)
  const row = heard.cell.technology === 'lte' ? lteRow(heard, own) : wcdmaRow(heard)
  return ok(`${head},${row}`)
}

/** The serving cell is the first of its frequency. SINR of neighbours is not measured: -20. */
function neighbours({ modem }: Asked, { lte }: QuectelCommands): Outcome {
  const here = modem.radio.serving()?.cell
  if (here?.technology !== 'lte') return ok()
  const rows = around(modem)
    .filter(({ cell }) => cell.plmn === here.plmn)
    .map(({ cell, level }) => {
      const same = cell.channel === here.channel
      const measured = [level.qualityDb, level.powerDbm, level.rssiDbm].map(Math.round).join(',')
      const row = `"${lte}",${cell.channel},${cell.physicalId},${measured},-20,${srxlev(level)}`
      return same
        ? `+QENG: "neighbourcell intra",${row},4,12,10,62`
        : `+QENG: "neighbourcell inter",${row},0,10,7`
    })
  return ok(...rows)
}

function engineering(asked: Asked, own: QuectelCommands): Outcome {
  const [what] = asked.values
  if (asked.values.length !== 1) return wrong
  if (what?.text === 'servingcell') return serving(asked, own)
  return what?.text === 'neighbourcell' ? neighbours(asked, own) : wrong
}

function signal({ modem }: Asked, { lte, nr }: QuectelCommands): Outcome {
  const heard = modem.radio.serving()
  if (!heard) return ok('+QCSQ: "NOSERVICE"')
  if (nr && nrUse(modem) === 'sa') return ok(nrSignal(heard))
  const { powerDbm, qualityDb, rssiDbm, sinrDb } = heard.level
  const [power, quality, rssi] = [powerDbm, qualityDb, rssiDbm].map(Math.round)
  return heard.cell.technology === 'lte'
    ? ok(`+QCSQ: "${lte}",${rssi},${power},${index(sinrDb)},${quality}`)
    : ok(`+QCSQ: "WCDMA",${rssi},${power},${quality}`)
}

function network({ modem }: Asked, { lte, nr }: QuectelCommands): Outcome {
  const cell = modem.radio.state.kind === 'registered' ? modem.radio.state.cell : undefined
  if (!cell) return ok('+QNWINFO: No Service')
  if (cell.technology === 'lte') {
    const system = lte === 'LTE' ? 'FDD LTE' : lte
    const own = `+QNWINFO: "${system}","${cell.plmn}","LTE BAND ${bandOf(cell)}",${cell.channel}`
    const heard = modem.radio.serving()
    if (!nr || !heard || nrUse(modem) === 'none') return ok(own)
    const beside = nrNetwork(heard, nr)
    return nrUse(modem) === 'sa' ? ok(beside) : ok(own, beside)
  }
  const band = cell.band.replace('IMT 2000', '2100')
  return ok(`+QNWINFO: "WCDMA","${cell.plmn}","${band}",${cell.channel}`)
}

function provider({ modem }: Asked): Outcome {
  const cell = modem.radio.state.kind === 'registered' ? modem.radio.state.cell : undefined
  const operator = cell && modem.network.operator(cell.plmn)
  return operator
    ? ok(`+QSPN: "${operator.longName}","${operator.shortName}","",0,"${operator.plmn}"`)
    : ok('+QSPN: "","","",0,""')
}

/** EC25 AT Commands Manual V1.3, 6.14 (+QENG), +QNWINFO, +QSPN, +QCSQ, and public answers of EC25, EC200T and BG96. */
export const quectelCells = (own: QuectelCommands): Behaviour => [
  {
    name: '+QENG',
    test: () => ok('+QENG: ("servingcell","neighbourcell")'),
    set: (asked) => engineering(asked, own),
  },
  {
    name: '+QCSQ',
    test: () => ok(`+QCSQ: "NOSERVICE","GSM","WCDMA","${own.lte}"`),
    execute: (asked) => signal(asked, own),
  },
  { name: '+QNWINFO', test: () => ok(), execute: (asked) => network(asked, own) },
  { name: '+QSPN', test: () => ok(), execute: provider },
]
