import { decoder } from '@core/at/decoder'
import { type Field, expandValues, splitFields } from '@core/at/fields'
import type { FactValue, Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { factRows } from '../shared/fact-rows'
import { display } from '../shared/join'

const cind = decoder({
  id: '+CIND',
  title: say('indicators', 'インジケータ'),
  spec: '3GPP TS 27.007, 8.9',
  group: 'control',
  parameters: [],
  // nRF91 AT Commands, 5.12: `"service",1` tells unasked of one of them.
  row: (row): Facts =>
    row.count === 2 && row.fields[0]?.quoted
      ? { descr: row.text(0), value: row.int(1, 'value') }
      : { values: row.fields.map((_field, i) => row.int(i) ?? null) },
  setFacts: (row) => ({ values: row.fields.map((_field, i) => row.int(i) ?? null) }),
  test: (rows) => ({ indicators: rows.flatMap(indicators) }),
  explain(facts, asked) {
    if (typeof facts['descr'] === 'string') {
      const one = `${facts['descr']} ${display(facts['value'])}`
      return { words: say(`Indicator: ${one}.`, `インジケータ：${one}`) }
    }
    if (asked.form !== 'test') return undefined
    const names = factRows(facts['indicators'])
      .map(({ descr }) => display(descr))
      .join(', ')
    return { words: say(`Indicators of the modem: ${names}.`, `モデムのインジケータ：${names}`) }
  },
})

/** `("signal",(0-5)),("roam",(0,1))`, numbered from 1. */
function indicators(row: Row): FactValue[] {
  // Some lists end in an empty pair of brackets.
  return row.fields.flatMap((field, i) =>
    field.group && field.text !== '' ? [indicator(field, i + 1)] : [],
  )
}

function indicator(field: Field, index: number): FactValue {
  const [descr, range] = splitFields(field.text)
  const numbers = expandValues(range?.text ?? '').filter((value) => typeof value === 'number')
  return {
    index,
    descr: descr?.text ?? null,
    min: numbers.length > 0 ? Math.min(...numbers) : null,
    max: numbers.length > 0 ? Math.max(...numbers) : null,
  }
}

const ciev = decoder({
  id: '+CIEV',
  title: say('change of an indicator', 'インジケータの変化'),
  spec: '3GPP TS 27.007, 8.10',
  group: 'control',
  forms: [],
  parameters: [
    int('index', 'indicator', 'インジケータ'),
    text('descr', 'indicator', 'インジケータ'),
    text('value', 'value', '値'),
  ],
  urc: true,
  explain({ value, name }) {
    if (typeof name !== 'string') return undefined
    const oper = display(value ?? null)
    return {
      words: say(`Name of the network ${oper}: ${name}.`, `ネットワーク ${oper} の名称：${name}`),
    }
  },
  row(row) {
    // SIM800 manual, AT+CLTS: `10,"44010","NTT DOCOMO","DOCOMO",0,0` names the network.
    if (row.text(0) === '10' && row.fields[1]?.quoted && row.count >= 4)
      return { index: 10, value: row.text(1), name: row.text(2) }
    const numeric = /^\d{1,3}$/.test(row.text(0) ?? '')
    // A quoted number is a name: `10,"44010"` is an operator.
    const number = !row.fields[1]?.quoted && /^-?\d{1,9}$/.test(row.text(1) ?? '')
    const value = number ? row.int(1) : row.text(1)
    return numeric ? { index: row.int(0, 'index'), value } : { descr: row.text(0), value }
  },
})

export default [cind, ciev]
