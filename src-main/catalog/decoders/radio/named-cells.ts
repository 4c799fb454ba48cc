import type { FactValue, Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { family } from '../shared/family'
import { sentence } from '../shared/join'
import { levels, levelSeverity } from '../shared/quality'

// Answers whose values have names: `RSRP:-97, SNR:7`.
const eigencomm = family('EigenComm EC61x/EC618 SDK, AT commands', 'others')
const meig = family('MeiG SLM7xx/SRM8xx AT Commands Manual', 'others')

const named = /([A-Za-z][A-Za-z0-9_]{1,24}) ?[: ] ?("[^"]{0,64}"|-?[\w.]{1,40})/g

/** What stands before a colon, in small letters, and the fact it gives. */
const places: Readonly<Record<string, string>> = {
  dlearfcn: 'earfcn',
  earfcn: 'earfcn',
  pci: 'pci',
  band: 'band',
  rsrp: 'rsrp_dbm',
  rsrq: 'rsrq_db',
  snr: 'sinr_db',
  state: 'state',
  emmstate: 'state',
  plmnstate: 'state',
  tac: 'tac',
  cellid: 'ci',
  actbearernum: 'bearers',
  apn: 'apn',
  ipv4: 'address',
  ipv6: 'address',
  cfun: 'fun',
  imsi: 'imsi',
  curr_mode: 'rat',
  mcc: 'mcc',
  mnc: 'mnc',
}
const secrets: Readonly<Record<string, 'cell' | 'address' | 'imsi' | undefined>> = {
  tac: 'cell',
  ci: 'cell',
  address: 'address',
  imsi: 'imsi',
}
const asText = new Set(['state', 'apn', 'address', 'imsi', 'rat', 'mcc', 'mnc', 'band'])

function pairs(row: Row): Record<string, FactValue> {
  const facts: Record<string, FactValue> = {}
  for (const [, key = '', quoted = ''] of row.tail.slice(0, 600).matchAll(named)) {
    const fact = new Map(Object.entries(places)).get(key.toLowerCase())
    const said = quoted.replace(/^"|"$/g, '')
    if (fact === undefined || said === '') continue
    const secret = secrets[fact]
    if (secret) row.markText(said, secret)
    const number = Number(said)
    facts[fact] ??= asText.has(fact) || !Number.isFinite(number) ? said : number
  }
  return facts
}

/** `+ECSTATUS: PHY, DlEarfcn:3590, …`: one line a layer, the layer first. */
const layered = (rows: readonly Row[]): Facts => {
  const facts: Record<string, FactValue> = {}
  for (const row of rows) {
    const layer = /^[A-Z0-9]{2,6}(?=,)/.exec(row.tail)?.[0]?.toLowerCase()
    // Each layer but the radio has a state of its own.
    for (const [key, value] of Object.entries(pairs(row)))
      facts[key === 'state' && layer !== undefined ? `${layer}_state` : key] ??= value
  }
  return facts
}

const levelsOf = (facts: Facts) => ({
  rsrp: facts['rsrp_dbm'],
  rsrq: facts['rsrq_db'],
  sinr: facts['sinr_db'],
})

const states: Readonly<Record<string, ReturnType<typeof say> | undefined>> = {
  DEREG: say('not attached', '未アタッチ'),
  'REG INIT': say('attaching', 'アタッチ中'),
  REG: say('attached', 'アタッチ済み'),
  'DEREG INIT': say('detaching', 'デタッチ中'),
  'NO PLMN': say('no network chosen', 'ネットワーク未選択'),
  SEARCHING: say('searching a network', 'ネットワーク検索中'),
  SELECTED: say('a network is chosen', 'ネットワーク選択済み'),
  'CELL SEARCH': say('searching a cell', 'セル検索中'),
  IDLE: say('idle', '待受'),
  CONNECTED: say('connected', '通信中'),
}
const stateWords = (value: unknown) =>
  typeof value === 'string' ? states[value.toUpperCase()] : undefined

/** The place among the networks: `LTE`, `band 8`, `EARFCN 3590`. */
function cellWords(facts: Facts) {
  const { rat, band, earfcn, pci } = facts
  const parts = [
    typeof rat === 'string' ? rat : '',
    typeof band === 'string' ? (/^\d/.test(band) ? `band ${band}` : band) : '',
    typeof earfcn === 'number' ? `EARFCN ${earfcn}` : '',
    typeof pci === 'number' ? `PCI ${pci}` : '',
  ].filter((part) => part !== '')
  return parts.length > 0
    ? say(parts.join(', '), parts.join('、').replace('band ', 'バンド '))
    : undefined
}

function note(facts: Facts) {
  const { bearers, fun } = facts
  const clauses = [
    stateWords(facts['plmn_state']),
    stateWords(facts['emm_state']),
    stateWords(facts['rrc_state']),
    cellWords(facts),
    levels(levelsOf(facts)),
    typeof bearers === 'number' ? say(`bearers ${bearers}`, `ベアラ数 ${bearers}`) : undefined,
    typeof fun === 'number' ? say(`function level ${fun}`, `機能レベル ${fun}`) : undefined,
  ].filter((clause) => clause !== undefined)
  if (clauses.length === 0) return undefined
  return { words: sentence(...clauses), severity: levelSeverity(levelsOf(facts)) }
}

export default [
  eigencomm.question('+ECSTATUS', 'state of all layers', '各レイヤーの状態', [], {
    set: [text('layer', 'layer', 'レイヤー')],
    answer: layered,
    explain: (facts, asked) => (asked.form === 'test' ? undefined : note(facts)),
  }),
  meig.question('+SGCELLINFOEX', 'serving cell', '在圏セル', [], {
    set: [int('mode', 'mode', 'モード')],
    answer: (rows) => Object.assign({}, ...rows.map(pairs)),
    explain: (facts, asked) => (asked.form === 'test' ? undefined : note(facts)),
  }),
]
