import type { Explanation, Facts } from '@core/at/knowledge'
import type { FactGroup, KnownFact, Quality } from '@core/modem/known-fact'
import type { SecretKind } from '@core/at/knowledge'
import { quoted, wordsOf, type Words } from '@core/words'
import { qualityOf, type Measure } from '@core/modem/quality'
import { radioWords, registrationWords, simWords } from './value-words'
import {
  accessLabel,
  bandLabel,
  cellLabel,
  contextAddressLabel,
  firmwareLabel,
  manufacturerLabel,
  modelLabel,
  operatorLabel,
  radioLabel,
  registrationLabel,
  supplyLabel,
  temperatureLabel,
} from './words'

interface Row {
  readonly key: string
  readonly group: FactGroup
  readonly label: Words
  readonly unit?: string
  readonly measure?: Measure
  readonly secret?: SecretKind
  /** What short words stand for which value. */
  readonly says?: { readonly [value: string]: Words }
  /** The value out of the facts; undefined when this line does not tell it. */
  pick(facts: Facts): string | number | undefined
}

const field =
  (name: string) =>
  (facts: Facts): string | number | undefined => {
    const value = facts[name]
    return typeof value === 'string' || typeof value === 'number' ? value : undefined
  }

const registration: Row = {
  key: 'registration',
  group: 'network',
  label: registrationLabel,
  says: registrationWords,
  pick: field('stat'),
}
const row = (
  key: string,
  group: FactGroup,
  label: Words | string,
  name: string,
  more: Partial<Row> = {},
): Row => ({
  key,
  group,
  label: typeof label === 'string' ? wordsOf(quoted(label)) : label,
  pick: field(name),
  ...more,
})

const rsrp = row('rsrp', 'signal', 'RSRP', 'rsrp_dbm', { unit: 'dBm', measure: 'rsrp' })
const rsrq = row('rsrq', 'signal', 'RSRQ', 'rsrq_db', { unit: 'dB', measure: 'rsrq' })
const rssi = row('rssi', 'signal', 'RSSI', 'rssi_dbm', { unit: 'dBm', measure: 'rssi' })
const rscp = row('rscp', 'signal', 'RSCP', 'rscp_dbm', { unit: 'dBm', measure: 'rscp' })
const ecio = row('ecio', 'signal', 'Ec/Io', 'ecio_db', { unit: 'dB', measure: 'ecio' })
const csq = row('csq', 'signal', 'CSQ', 'rssi', {
  // 99: not known.
  pick: ({ rssi: index }) => (typeof index === 'number' && index <= 31 ? index : undefined),
})
const sinr = row('sinr', 'signal', 'SINR', 'sinr_db', { unit: 'dB', measure: 'sinr' })
const imei = row('imei', 'identity', 'IMEI', 'imei', { secret: 'imei' })
const imsi = row('imsi', 'sim', 'IMSI', 'imsi', { secret: 'imsi' })
const iccid = row('iccid', 'sim', 'ICCID', 'iccid', { secret: 'iccid' })
const manufacturer = row('manufacturer', 'identity', manufacturerLabel, 'manufacturer')
const model = row('model', 'identity', modelLabel, 'model')
const revision = row('revision', 'identity', firmwareLabel, 'revision')

/** 3GPP TS 27.007, 7.3: <AcT>. */
export const accessNames: { readonly [act: number]: string } = {
  0: 'GSM',
  1: 'GSM',
  2: 'UMTS',
  3: 'EDGE',
  4: 'HSDPA',
  5: 'HSUPA',
  6: 'HSPA',
  7: 'LTE',
  8: 'HSPA+',
  9: 'NB-IoT',
  11: 'NR',
  12: 'NR',
  13: 'NR+LTE',
}
const accessRow = row('access', 'network', accessLabel, 'act', {
  pick: (facts) => (typeof facts['act'] === 'number' ? accessNames[facts['act']] : undefined),
})
const operator: Row = row('operator', 'network', operatorLabel, 'oper', {
  pick: (facts) => field('oper_decoded')(facts) ?? field('oper')(facts),
})
const cell = row('cell', 'network', cellLabel, 'cell_id', { secret: 'cell' })
const band = row('band', 'network', bandLabel, 'band', {
  pick: (facts) => {
    const value = field('band')(facts)
    return typeof value === 'string' ? value.replace(/^EUTRAN-BAND/, 'LTE B') : value
  },
})

const first = (name: string, facts: Facts): Facts | undefined => {
  const rows = facts[name]
  return Array.isArray(rows) ? (rows[0] as Facts | undefined) : undefined
}

const apn = row('apn', 'context', 'APN', 'apn', {
  pick: (facts) => field('apn')(first('contexts', facts) ?? facts),
})
const simState = row('sim', 'sim', 'SIM', 'code', { says: simWords })
const radio = row('radio', 'network', radioLabel, 'fun', { says: radioWords })

/** Which lines tell which facts. A line that is not here tells the panel nothing. */
const rowsOf: { readonly [name: string]: readonly Row[] } = {
  ATI: [manufacturer, model, revision, imei],
  SIMCOMATI: [manufacturer, model, revision, imei],
  '+CGMI': [manufacturer],
  '+CGMM': [model],
  '+CGMR': [revision],
  '+CGSN': [imei],
  '+CIMI': [imsi],
  '+CCID': [iccid],
  '+CPIN': [simState],
  '+CREG': [registration, accessRow],
  '+CGREG': [registration, accessRow],
  '+CEREG': [registration, accessRow],
  '+C5GREG': [registration, accessRow],
  '+COPS': [operator, accessRow],
  '+CSQ': [rssi, csq],
  '+CESQ': [rsrp, rsrq, rscp],
  '+QCSQ': [rssi, rsrp, rsrq, sinr],
  '+CPSI': [
    row('access', 'network', accessLabel, 'mode'),
    band,
    cell,
    rsrp,
    rsrq,
    sinr,
    rscp,
    ecio,
  ],
  '+CGDCONT': [apn],
  '+CGPADDR': [
    row('pdpAddress', 'context', contextAddressLabel, 'pdp_addr', {
      secret: 'address',
      pick: (facts) => field('pdp_addr')(first('contexts', facts) ?? facts),
    }),
  ],
  '+CBC': [row('voltage', 'supply', supplyLabel, 'voltage_v', { unit: 'V' })],
  '+CPMUTEMP': [row('temperature', 'supply', temperatureLabel, 'temperature_c', { unit: '°C' })],
  '+CFUN': [radio],
}

/** What a set command that was answered with OK tells as surely as reading it back would. */
const setRows: { readonly [name: string]: readonly Row[] } = {
  '+CFUN': [radio],
  '+CGDCONT': [apn],
  // The PIN was what the SIM waited for.
  '+CPIN': [{ ...simState, pick: ({ pin }) => (pin === undefined ? undefined : 'READY') }],
}

/** The facts a line adds, each with its age, meaning and the command that reads it again. */
export function factsIn(
  explanation: Explanation,
  atMs: number,
  command: string | undefined,
): readonly KnownFact[] {
  const rows = rowsOf[explanation.name] ?? rowsOf[`+${explanation.name}`] ?? []
  return rows.flatMap((entry) => known(entry, explanation, atMs, command))
}

/** The facts that a set command made true: `AT+CFUN=1` that was answered with OK says that the radio is on. */
export function factsOfSet(sent: Explanation, atMs: number): readonly KnownFact[] {
  // Other contexts than the first are not what the panel shows.
  if (sent.name === '+CGDCONT' && sent.facts['cid'] !== 1) return []
  const command = `AT${sent.name}?`
  return (setRows[sent.name] ?? []).flatMap((entry) => known(entry, sent, atMs, command))
}

/** The state of the SIM as another line than +CPIN tells it. */
export function simFact(code: string, by: Explanation, atMs: number): readonly KnownFact[] {
  const told = { ...by, facts: { code } }
  return known(simState, told, atMs, 'AT+CPIN?')
}

function known(
  entry: Row,
  { facts, words: meaning }: Explanation,
  atMs: number,
  command: string | undefined,
): KnownFact[] {
  const value = entry.pick(facts)
  if (value === undefined) return []
  const quality: Quality | undefined =
    entry.measure && typeof value === 'number' ? qualityOf(entry.measure, value) : undefined
  const text = entry.says?.[String(value)]
  return [
    {
      key: entry.key,
      group: entry.group,
      label: entry.label,
      value: String(value),
      words: meaning,
      atMs,
      ...(text ? { text } : {}),
      ...(entry.unit ? { unit: entry.unit } : {}),
      ...(typeof value === 'number' ? { number: value } : {}),
      ...(quality ? { quality } : {}),
      ...(command ? { command } : {}),
      ...(entry.secret ? { secret: entry.secret } : {}),
    },
  ]
}

const offGroups: readonly FactGroup[] = ['network', 'signal', 'context', 'link']

/** With the radio off what was known of the network is history, though nobody has said so line by line. */
export function afterRadio(facts: readonly KnownFact[]): readonly KnownFact[] {
  const level = facts.find((fact) => fact.key === 'radio')?.number
  if (level !== 0 && level !== 4) return facts
  return facts.map((fact) =>
    fact.key !== 'radio' && offGroups.includes(fact.group) ? { ...fact, stale: true } : fact,
  )
}

/** After a restart only what the modem is stays certain. */
export function afterRestart(facts: readonly KnownFact[]): readonly KnownFact[] {
  return facts.map((fact) => (fact.group === 'identity' ? fact : { ...fact, stale: true }))
}

/** The known facts after a line: new values take the places of old ones of the same key. */
export function merged(
  earlier: readonly KnownFact[],
  fresh: readonly KnownFact[],
): readonly KnownFact[] {
  if (fresh.length === 0) return earlier
  const all = new Map([...earlier, ...fresh].map((fact) => [fact.key, fact]))
  const list = [...all.values()]
  return fresh.some(({ key }) => key === 'radio') ? afterRadio(list) : list
}
