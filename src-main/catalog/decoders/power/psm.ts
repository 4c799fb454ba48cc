import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, offOn, say, text } from '@core/at/parameter'
import { positional } from '@core/at/read-facts'
import { activeTime, periodicTau } from '../shared/timers'

const off = { mode: 0 }

const parameters = [
  int('mode', 'PSM', 'PSM', offOn),
  text('req_periodic_rau', 'periodic RAU', '周期的 RAU'),
  text('req_gprs_ready_timer', 'ready timer', 'レディタイマー'),
  text('req_periodic_tau', 'periodic TAU', '周期的 TAU'),
  text('req_active_time', 'active time', 'アクティブ時間'),
]

export default decoder({
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
