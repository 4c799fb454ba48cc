import { budgetWords, Fault, hostGiven } from '@contract'
import { argument, flag, option } from '../command'
import { familyOf, familyTakes, netTakes, toolCommand } from '../tool'
import { bitRateOf, numberOf, octetsOf } from '../values'
import { printBeside } from '../beside'

export const iperf3Command = toolCommand({
  name: 'iperf3',
  about: 'Connect and measure with a server of iperf3',
  takes: {
    ...netTakes,
    to: argument('<host>', 'where “iperf3 -s” runs'),
    ...familyTakes,
    portThere: option('--port <number>', 'of the server', numberOf('net.iperf3', 'port'), '5201'),
    udp: flag('--udp', 'by UDP, which tells loss and jitter, instead of TCP'),
    up: flag('--up', 'send instead of receive'),
    bitsPerSecond: option(
      '--bitrate <bits>',
      'of UDP, in a second: 500k, 2M (default: 1M)',
      bitRateOf('net.iperf3', 'bitsPerSecond'),
    ),
    seconds: option('--seconds <number>', 'how long', numberOf('net.iperf3', 'seconds'), '10'),
    budgetBytes: option(
      '--budget <octets>',
      'stop after so much data, headers included: 500k, 20M',
      octetsOf('net.iperf3', 'budgetBytes'),
      '10M',
    ),
  },
  after:
    'Example: modem-bench iperf3 /dev/ttyUSB2 iperf.example.com --udp --bitrate 256k --apn iot.example',
  ready: (given) => {
    const { seconds, budgetBytes, udp, bitsPerSecond, json, lang } = given
    if (bitsPerSecond !== undefined && !udp)
      throw new Fault('bad-input', {
        en: '--bitrate is for UDP: add --udp, or leave it out. TCP finds its rate itself.',
        ja: '--bitrate は UDP 用です。--udp を付けるか、--bitrate を外してください（TCP では速度は自動で決まります）。',
      })
    const family = familyOf(given)
    const host = hostGiven(given.to, family)
    if (!json) printBeside(budgetWords(seconds, budgetBytes)[lang])
    return { family, host }
  },
  ask: ({ call, slot }, to, given) => {
    const { portThere: port, udp, up, bitsPerSecond, seconds, budgetBytes } = given
    const [protocol, direction] = [udp ? 'udp' : 'tcp', up ? 'up' : 'down'] as const
    const what = { port, protocol, direction, bitsPerSecond, seconds, budgetBytes }
    return call('net.iperf3', { slot, ...to, ...what })
  },
})
