import { bare, fieldsIn } from './answer'
import { lineOf } from './choice'
import { activeBits, activeSeconds, tauBits, tauSeconds } from './gprs-timers'
import type { RadioItem } from './item'
import { psmOf } from './psm-choice'
import { radioTitles } from './words'

const prefix = '+CPSMS:'

/**
 * +CPSMS (3GPP TS 27.007, 7.38): `off`, `on` with timers that the modem keeps to itself, or the extended T3412 and T3324 in seconds,
 * `3600,60`. The timers of GERAN stay as they were read.
 */
export const psmItem: RadioItem = {
  id: 'psm',
  kind: 'psm',
  title: radioTitles.psm,
  command: 'AT+CPSMS?',
  takes: 'now',
  read(lines) {
    const fields = fieldsIn(lines, prefix)
    const [mode, , , tau, active] = fields ?? []
    const raw = lineOf(lines, prefix)
    if (mode === '0') return { chosen: ['off'], raw }
    if (mode !== '1') return undefined
    const seconds = [tauSeconds(bare(tau)), activeSeconds(bare(active))]
    return { chosen: seconds.includes(undefined) ? ['on'] : [seconds.join(',')], raw }
  },
  options: () => ({ list: [], told: false }),
  write([one = ''], { value }) {
    if (one === 'off') return ['AT+CPSMS=0']
    if (one === 'on') return ['AT+CPSMS=1']
    const wanted = psmOf(one)
    const tau = wanted && tauBits(wanted.tau)
    const active = wanted && activeBits(wanted.active)
    if (tau === undefined || active === undefined) return undefined
    const [, rau = '', ready = ''] = fieldsIn([value.raw], prefix) ?? []
    return [`AT+CPSMS=1,${rau},${ready},"${tau}","${active}"`]
  },
  // The bits as they were: the same time may stand in several units.
  restore: ({ chosen, raw }) =>
    chosen[0] === 'off' ? ['AT+CPSMS=0'] : [`AT+CPSMS=${raw.slice(prefix.length).trim()}`],
}
