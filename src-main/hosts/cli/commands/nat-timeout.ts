import { hostGiven, natTimeoutCost } from '@contract'
import { choice, option, text } from '../command'
import { familyOf, familyTakes, netTakes, toolCommand } from '../tool'
import { numberOf } from '../values'
import { printBeside } from '../beside'

export const natTimeoutCommand = toolCommand({
  name: 'nat-timeout',
  about: 'Connect and find how long the network’s NAT lets UDP and TCP be silent',
  takes: {
    ...netTakes,
    ...familyTakes,
    protocol: choice(
      '--protocol <protocol>',
      'which of the two is measured',
      ['udp', 'tcp', 'both'] as const,
      'both',
    ),
    stunHost: option('--stun <host>', 'UDP: a server of STUN', text, 'stun.l.google.com'),
    stunPort: option(
      '--stun-port <number>',
      'of that server',
      numberOf('net.natTimeout', 'stunPort'),
      '3478',
    ),
    tcpHost: option(
      '--tcp <host>',
      'TCP: a server that lets silent connections be, such as an MQTT broker',
      text,
      'example.com',
    ),
    tcpPort: option(
      '--tcp-port <number>',
      'of that server',
      numberOf('net.natTimeout', 'tcpPort'),
      '443',
    ),
    mostSeconds: option(
      '--most <seconds>',
      'the longest silence',
      numberOf('net.natTimeout', 'mostSeconds'),
      '300',
    ),
  },
  after:
    'Example: modem-bench nat-timeout /dev/ttyUSB2 --most 600 --tcp broker.example.com --tcp-port 8883 --apn iot.example',
  ready: (given) => {
    const { mostSeconds, stunHost, tcpHost, json, lang } = given
    const family = familyOf(given)
    for (const host of [stunHost, tcpHost]) hostGiven(host, family)
    if (!json) printBeside(natTimeoutCost(mostSeconds)[lang])
    return family
  },
  ask: ({ call, slot }, family, given) => {
    const { protocol, stunHost, stunPort, tcpHost, tcpPort, mostSeconds } = given
    const protocols = protocol === 'both' ? (['udp', 'tcp'] as const) : [protocol]
    const what = { protocols: [...protocols], stunHost, stunPort, tcpHost, tcpPort, mostSeconds }
    return call('net.natTimeout', { slot, ...what, family })
  },
})
