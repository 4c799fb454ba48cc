import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { positional } from '@core/at/read-facts'
import { sleepSaid } from '@core/modem/sleep'
import { activeTime, periodicTau } from '../shared/timers'

const off = { mode: 0 }

const parameters = [
  int('mode', 'PSM', 'PSM', offOn),
  text('req_periodic_rau', 'periodic RAU', '周期的 RAU'),
  text('req_gprs_ready_timer', 'ready timer', 'レディタイマー'),
  text('req_periodic_tau', 'periodic TAU', '周期的 TAU'),
  text('req_active_time', 'active time', 'アクティブ時間'),
]

const setting = decoder({
  id: '+CPSMS',
  empty: true,
  title: say('power saving mode', '省電力モード（PSM）'),
  spec: '3GPP TS 27.007, 7.38',
  group: 'power',
  parameters,
  // The special form `+CPSMS=` disables PSM and drops the values (7.38).
  setFacts: (row) => (row.count === 0 ? off : positional(row, parameters)),
  explain: (facts, asked) => (asked.form === 'test' ? undefined : { words: words(facts) }),
  explainCommand: (facts, command) =>
    command.form === 'set'
      ? { words: words(command.args.trim() === '' ? off : facts), severity: 'notice' }
      : undefined,
})

function words(facts: Facts) {
  if (facts['mode'] === 0) return say('Power saving mode is off.', '省電力モード（PSM）：オフ')
  const tau = periodicTau(facts['req_periodic_tau'])
  const active = activeTime(facts['req_active_time'])
  const times = `${tau ? `, wakes every ${tau}` : ''}${active ? `, listens ${active}` : ''}`
  const timesJa = `${tau ? `、${tau} ごとに起動` : ''}${active ? `、待受 ${active}` : ''}`
  return say(
    `Power saving mode is on${times}: the modem does not answer the network while it sleeps.`,
    `省電力モード（PSM）：オン${timesJa}。スリープ中はネットワークからの着信に応答しません。`,
  )
}

const asleep = say(
  'The modem sleeps from here on (PSM): it answers nothing until it wakes.',
  'モデムはここからスリープ（PSM）に入ります。復帰するまで応答しません。',
)
const awake = say('The modem is awake again.', 'モデムがスリープから復帰しました。')

const status = decoder({
  id: '+CPSMSTATUS',
  title: say('line on entering and leaving PSM', 'PSM の出入り通知'),
  spec: 'SIMCom SIM7000/SIM7070 Series AT Command Manual, +CPSMSTATUS',
  group: 'simcom',
  parameters: [text('state', 'PSM', 'PSM')],
  setAnswers: true,
  urc: true,
  isUnsolicited: (row) => !/^\d/.test(row.tail),
  row: (row) => ({ state: row.tail || null }),
  explain({ state }) {
    const said = typeof state === 'string' ? sleepSaid(`+CPSMSTATUS: ${state}`) : undefined
    if (said === undefined) return undefined
    return { words: said ? asleep : awake, severity: 'notice' }
  },
})

const powerDown = decoder({
  id: 'PSM POWER DOWN',
  pattern: /^PSM POWER DOWN$/,
  title: say('sleep (PSM)', 'スリープ（PSM）'),
  spec: 'Quectel BG95/BG96 AT Commands Manual, AT+QCFG="psm/urc"',
  group: 'power',
  explain: () => ({ words: asleep, severity: 'notice' }),
})

export default [setting, status, powerDown]
