import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import type { Words } from '@core/words'
import { display } from '../shared/join'

export default decoder({
  id: '+QCFG',
  title: say('extended setting', '拡張設定'),
  spec: 'Quectel EC25 manual; BG96 manual',
  group: 'quectel',
  forms: ['set', 'test'],
  parameters: [text('name', 'setting', '項目')],
  row: setting,
  setFacts: setting,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const { en, ja } = named(facts)
    return { words: say(`Extended setting ${en}.`, `拡張設定 ${ja}`) }
  },
  explainCommand(facts, command) {
    if (command.form !== 'set') return undefined
    const { en, ja } = named(facts)
    const asks = Array.isArray(facts['values']) && facts['values'].length === 0
    return {
      words: asks
        ? say(`Asks for extended setting ${en}.`, `拡張設定 ${ja} を問い合わせます。`)
        : say(`Changes extended setting ${en}.`, `拡張設定を変更します：${ja}`),
      severity: asks ? 'fine' : 'notice',
    }
  },
})

/** `nwscanseq` is a row of two-digit numbers: what begins with 0 stays as it was written. */
function setting(row: Row): Facts {
  return {
    name: row.text(0),
    values: row.fields
      .slice(1)
      .map(({ text: value }) => (/^-?(?:0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value)),
  }
}

const known: Record<string, Record<string, Words>> = {
  nwscanmode: {
    0: say('automatic', '自動'),
    1: say('GSM only', 'GSM のみ'),
    2: say('WCDMA only', 'WCDMA のみ'),
    3: say('LTE only', 'LTE のみ'),
  },
  iotopmode: {
    0: say('LTE-M', 'LTE-M'),
    1: say('NB-IoT', 'NB-IoT'),
    2: say('LTE-M and NB-IoT', 'LTE-M と NB-IoT'),
  },
  servicedomain: {
    0: say('CS only', 'CS のみ'),
    1: say('PS only', 'PS のみ'),
    2: say('CS and PS', 'CS と PS'),
  },
  roamservice: {
    1: say('roaming forbidden', 'ローミング禁止'),
    2: say('roaming allowed', 'ローミング許可'),
    255: say('automatic', '自動'),
  },
  usbnet: {
    0: say('RMNET/QMI', 'RMNET/QMI'),
    1: say('ECM', 'ECM'),
    2: say('MBIM', 'MBIM'),
    3: say('RNDIS', 'RNDIS'),
  },
}

/** `nwscanmode: 3 (LTE only)`. */
function named(facts: Facts): Words {
  const name = display(facts['name'])
  const values = Array.isArray(facts['values']) ? facts['values'].map(String) : []
  if (values.length === 0) return say(name, name)
  const list = values.join(', ')
  const key = name.toLowerCase()
  const meaning = key === 'band' ? lteBands(values) : known[key]?.[values[0] ?? '']
  return say(
    `${name}: ${list}${meaning ? ` (${meaning.en})` : ''}`,
    `${name}：${list}${meaning ? `（${meaning.ja}）` : ''}`,
  )
}

/** `"band",GSM and WCDMA,LTE,…` (EC25 manual; BG96: GSM, LTE-M, NB-IoT): the second is a bit a band, from B1 on, in hex. */
function lteBands([, mask = '']: readonly string[]): Words | undefined {
  const digits = /^(?:0x)?([\da-f]{1,20})$/i.exec(mask)?.[1]
  if (digits === undefined) return undefined
  const bits = BigInt(`0x${digits}`).toString(2)
  const bands = [...bits].flatMap((bit, i) => (bit === '1' ? [bits.length - i] : [])).reverse()
  if (bands.length === 0) return undefined
  const list = bands.map((band) => `B${band}`).join(' ')
  return say(`LTE ${list}`, `LTE ${list}`)
}
