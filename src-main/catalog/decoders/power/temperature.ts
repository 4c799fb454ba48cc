import { decoder } from '@core/at/decoder'
import { decimal, int, offOn, say, text } from '@core/at/parameter'

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
})

const qtemp = decoder({
  id: '+QTEMP',
  title: say('temperature', '温度'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['action', 'test'],
  parameters: [text('sensor', 'sensor', 'センサー'), text('value', '°C', '℃')],
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
})

const cadc = decoder({
  id: '+CADC',
  title: say('voltage at the ADC pin', 'ADC 端子の電圧'),
  spec: 'A76XX manual',
  group: 'simcom',
  forms: ['set', 'test'],
  asks: true,
  parameters: [int('value', 'value', '値')],
  set: [int('n', 'kind', '種別', { 0: say('raw', '生値'), 2: say('mV', 'mV') })],
})

export default [cpmutemp, cmte, qtemp, xtemp, xvbat, cadc]
