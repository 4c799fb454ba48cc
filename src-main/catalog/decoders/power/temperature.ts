import { decoder } from '@core/at/decoder'
import { decimal, int, say, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const cpmutemp = decoder({
  id: '+CPMUTEMP',
  title: say('temperature of the module', 'モジュールの温度'),
  spec: 'A76XX manual p281',
  group: 'simcom',
  forms: ['action', 'test'],
  parameters: [decimal('temperature_c', '°C', '°C')],
  explain(facts, asked) {
    const { temperature_c: celsius } = facts
    if (asked.form === 'test' || typeof celsius !== 'number') return undefined
    if (celsius < -60 || celsius > 150)
      return {
        words: say(
          `Module temperature out of range: ${celsius} °C is no measurement.`,
          `モジュール温度が範囲外です：${celsius} ℃ は測定値ではありません。`,
        ),
        severity: 'warning',
      }
    const hot = celsius >= 75 || celsius <= -30
    return {
      words: say(
        `Module temperature ${celsius} °C${hot ? ', near its limit' : ''}.`,
        `モジュール温度 ${celsius} ℃${hot ? '（動作限界に近い）' : ''}`,
      ),
      severity: hot ? 'warning' : 'fine',
    }
  },
})

const cmte = decoder({
  id: '+CMTE',
  title: say('temperature warning', '温度警告'),
  spec: 'A76XX manual p285',
  group: 'simcom',
  parameters: [
    int('level', 'level', 'レベル', {
      '-2': say('far too cold', '極低温'),
      '-1': say('too cold', '低温'),
      0: say('normal', '正常'),
      1: say('too hot', '高温'),
      2: say('far too hot', '極高温'),
    }),
  ],
  urc: true,
  // SIM800 answers with the reports and the temperature: `+CMTE: 0,27.36`.
  row: (row) =>
    row.count > 1
      ? { level: row.int(0, 'level'), temperature_c: row.decimal(1, 'temperature') }
      : { level: row.int(0, 'level') },
  explain(facts, asked) {
    const { temperature_c: celsius, level } = facts
    if (asked.form === 'test') return undefined
    if (typeof celsius === 'number')
      return { words: say(`Module temperature ${celsius} °C.`, `モジュール温度 ${celsius} ℃`) }
    // Asked, SIM7500 and SIM7600 say whether warnings are sent (their manual, AT+CMTE).
    if (asked.form !== 'read' || (level !== 0 && level !== 1)) return undefined
    const [en, ja] = level === 1 ? ['on', 'オン'] : ['off', 'オフ']
    return { words: say(`Temperature warnings are ${en}.`, `温度警告：${ja}`) }
  },
})

/** Absolute zero: a sensor that is not there (RM502Q). */
const absent = '-273'

const qtemp = decoder({
  id: '+QTEMP',
  title: say('temperature', '温度'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['action', 'test'],
  parameters: [text('sensor', 'sensor', 'センサー'), text('value', '°C', '℃')],
  // EC2x, EG9x and EP06 give three numbers without names; 255 is no measurement (EC200T).
  row: (row) =>
    row.count === 3 && row.fields.every(({ text: value }) => /^-?\d{1,3}$/.test(value))
      ? { temperatures_c: row.fields.map(({ text: value }) => Number(value)) }
      : { sensor: row.text(0), value: row.text(1) === absent ? null : row.text(1) },
  explain(facts, asked) {
    const all = facts['temperatures_c']
    if (asked.form === 'test' || !Array.isArray(all)) return undefined
    const list = all.filter((one) => one !== 255).join(', ')
    return { words: say(`Temperatures of the module: ${list} °C.`, `モジュールの温度：${list} ℃`) }
  },
})

const xtemp = decoder({
  id: '%XTEMP',
  title: say('temperature', '温度'),
  spec: 'nRF91 AT manual',
  group: 'nordic',
  forms: ['read', 'set'],
  parameters: [int('temperature_c', '°C', '℃')],
  set: [int('mode', 'reports', '通知', offOn)],
  urc: true,
  explain({ temperature_c: celsius }, asked) {
    if (asked.form === 'test' || typeof celsius !== 'number') return undefined
    return {
      words: say(`Temperature of the module: ${celsius} °C.`, `モジュールの温度：${celsius} ℃`),
    }
  },
})

const xvbat = decoder({
  id: '%XVBAT',
  title: say('supply voltage', '電源電圧'),
  spec: 'nRF91 AT manual',
  group: 'nordic',
  forms: ['action'],
  parameters: [int('vbat', 'mV', 'mV')],
  derive: (facts) =>
    typeof facts['vbat'] === 'number' ? { ...facts, voltage_v: facts['vbat'] / 1000 } : facts,
  explain({ voltage_v: volts }, asked) {
    if (asked.form === 'test' || typeof volts !== 'number') return undefined
    return { words: say(`Supply voltage: ${volts} V.`, `電源電圧：${volts} V`) }
  },
})

const cadc = decoder({
  id: '+CADC',
  title: say('voltage at the ADC pin', 'ADC 端子の電圧'),
  spec: 'A76XX manual',
  group: 'simcom',
  forms: ['set', 'test'],
  asks: true,
  parameters: [int('value', 'value', '値')],
  // SIM800: `+CADC: 1,2796`, whether it was read, and mV.
  row: (row) =>
    row.count > 1
      ? { status: row.int(0, 'status'), value: row.int(1, 'value') }
      : { value: row.int(0, 'value') },
  set: [int('n', 'kind', '種別', { 0: say('raw', '生値'), 2: say('mV', 'mV') })],
})

export default [cpmutemp, cmte, qtemp, xtemp, xvbat, cadc]
