import { dnsTypes, Fault, hostGiven, mtuProbeKinds, mustBeQuestion, parseBroker } from '@contract'
import { argument, choice, flag, option } from '../command'
import { brokerPassword } from '../secrets'
import { familyOf, familyTakes, netTakes, toolCommand } from '../tool'
import { msOf, numberOf } from '../values'
import { tlsTakes } from './tls-takes'

const to = argument('<host>', 'a name or an address')
const insecure = flag(
  '--insecure',
  'go on with a certificate that is not trusted; what is wrong is said',
)
const withFamily = (given: {
  readonly to: string
  readonly ipv4: boolean
  readonly ipv6: boolean
}) => {
  const family = familyOf(given)
  return { family, host: hostGiven(given.to, family) }
}

export const pingCommand = toolCommand({
  name: 'ping',
  about: 'Connect and ping a host over the modem; exit 1 when nothing answers',
  takes: {
    ...{ ...netTakes, to, ...familyTakes },
    count: option(
      '-c, --count <number>',
      'how many; 0 goes on until Ctrl-C',
      numberOf('net.ping', 'count'),
      '4',
    ),
    intervalMs: option(
      '-i, --interval <seconds>',
      'between two echoes',
      msOf('net.ping', 'intervalMs'),
      '1',
    ),
    size: option(
      '-s, --size <octets>',
      'data in each echo; above the MTU it goes in fragments',
      numberOf('net.ping', 'size'),
      '56',
    ),
  },
  after:
    'Example: modem-bench ping /dev/ttyUSB2 pong.soracom.io --apn soracom.io --user sora --password sora',
  ready: withFamily,
  endless: ({ count }) => count === 0,
  ask: ({ call, slot }, to, { count, intervalMs, size }) =>
    call('net.ping', { slot, ...to, count, intervalMs, size }),
})

export const dnsCommand = toolCommand({
  name: 'dns',
  about: 'Connect and look a name up over the modem',
  takes: {
    ...netTakes,
    name: argument('<name>', 'a name; an IPv4 address with --type PTR'),
    type: choice('-t, --type <type>', 'what to ask for', dnsTypes, 'A'),
    server: option(
      '--server <address>',
      'whom to ask, with :port if not 53 (default: those that came with the address)',
    ),
  },
  after: 'Example: modem-bench dns sim:sim7672 pong.soracom.io --preset soracom',
  ready: ({ name, type, server }) => mustBeQuestion(name, { type, server }),
  ask: ({ call, slot }, _, { name, type, server }) => call('net.dns', { slot, name, type, server }),
})

export const tlsCommand = toolCommand({
  name: 'tls',
  about:
    'Connect, make a TLS handshake over the modem, and judge the certificate; exit 1 when it is not trusted',
  takes: {
    ...netTakes,
    to: argument(
      '<host[:port]>',
      'a name or an address; the port is 443 unless it is given',
      placeOf,
    ),
    ...tlsTakes,
    ...familyTakes,
  },
  after: 'Example: modem-bench tls sim:sim7672 mqtt.example.com:8883 --preset soracom',
  ready: familyOf,
  ask: ({ call, slot }, family, { to, serverName, ca }) =>
    call('net.tls', { slot, ...to, serverName, ca, family }),
})

export const mqttCommand = toolCommand({
  name: 'mqtt',
  about:
    'Connect, visit an MQTT broker over the modem: messages there and back; exit 1 when one is lost',
  takes: {
    ...netTakes,
    url: argument('<url>', 'mqtt://host[:1883] or mqtts://host[:8883]'),
    ...tlsTakes,
    ...familyTakes,
    insecure,
    topic: option('--topic <topic>', 'topic; one of its own when left out'),
    message: option(
      '--message <text>',
      'publish this as it is, and wait only for the acknowledgement',
    ),
    qos: choice('--qos <level>', 'quality of service', ['0', '1', '2'] as const, '1'),
    count: option('--count <number>', 'so many messages', numberOf('net.mqtt', 'count'), '1'),
    intervalMs: option('--interval <seconds>', 'between two', msOf('net.mqtt', 'intervalMs'), '1'),
    timeoutMs: option(
      '--timeout <seconds>',
      'for the broker’s answer',
      msOf('net.mqtt', 'timeoutMs'),
      '20',
    ),
    clientId: option('--client-id <name>', 'client identifier; one of its own when left out'),
    mqttUser: option('--mqtt-user <name>', 'user of the broker'),
    mqttPasswordFile: option(
      '--mqtt-password-file <file>',
      'file with the password of the broker, or - for standard input',
    ),
    version: choice('--mqtt-version <version>', 'MQTT version', ['3.1.1', '5'] as const, '3.1.1'),
  },
  after:
    'Examples: modem-bench mqtt sim:sim7672 mqtts://broker.example.com --preset soracom --count 5\n          modem-bench mqtt /dev/ttyUSB2 mqtt://beam.soracom.io --apn soracom.io --topic t --message hello',
  ready: ({ url, mqttPasswordFile, lang }) => {
    parseBroker(url)
    return brokerPassword(mqttPasswordFile, lang)
  },
  ask: ({ call, slot }, password, given) =>
    call('net.mqtt', {
      slot,
      url: given.url,
      topic: given.topic,
      message: given.message,
      clientId: given.clientId,
      user: given.mqttUser,
      ...(password === '' ? {} : { password }),
      qos: levels[given.qos],
      version: given.version === '5' ? 5 : 4,
      count: given.count,
      intervalMs: given.intervalMs,
      timeoutMs: given.timeoutMs,
      family: familyOf(given),
      tls: { serverName: given.serverName, insecure: given.insecure, ca: given.ca },
    }),
})
const levels = { '0': 0, '1': 1, '2': 2 } as const

export const tracerouteCommand = toolCommand({
  name: 'traceroute',
  about: 'Connect and show the routers on the way to a host',
  takes: {
    ...{ ...netTakes, to, ...familyTakes },
    maxHops: option(
      '-m, --max-hops <number>',
      'how far to look',
      numberOf('net.traceroute', 'maxHops'),
      '30',
    ),
    probes: option(
      '-q, --probes <number>',
      'echoes for each hop',
      numberOf('net.traceroute', 'probes'),
      '3',
    ),
  },
  after: 'Example: modem-bench traceroute sim:sim7672 8.8.8.8 --preset soracom',
  ready: withFamily,
  ask: ({ call, slot }, to, { maxHops, probes }) =>
    call('net.traceroute', { slot, ...to, maxHops, probes }),
})

export const mtuCommand = toolCommand({
  name: 'mtu',
  about: 'Connect and find the longest packet that reaches a host',
  takes: {
    ...{ ...netTakes, to, ...familyTakes },
    by: choice(
      '--by <probe>',
      'what is sent; auto: echoes, and TCP where none is answered',
      ['auto', ...mtuProbeKinds] as const,
      'auto',
    ),
    portThere: option(
      '--port <number>',
      'of TCP (443) or of UDP (53, a name server)',
      numberOf('net.mtu', 'port'),
    ),
  },
  after:
    'Exit 1: not even a small packet was answered, or too long ones vanish without a word (a black hole) and the MSS does not keep TCP below that.\nWhere nobody says what is too long, halves are tried for up to a minute.\nExample: modem-bench mtu sim:sim7672 example.com --preset soracom',
  ready: (given) => {
    if (given.by === 'icmp' && given.portThere !== undefined)
      throw new Fault('bad-input', {
        en: '--port is for TCP and UDP: echoes (--by icmp) have no port.',
        ja: '--port は TCP と UDP 用です。エコー（--by icmp）にはポートがありません。',
      })
    return withFamily(given)
  },
  ask: ({ call, slot }, to, { by, portThere: port }) => call('net.mtu', { slot, ...to, by, port }),
})

export const ntpCommand = toolCommand({
  name: 'ntp',
  about: 'Connect and ask a time server how far this computer’s clock is off',
  takes: { ...netTakes, to: argument('<server>', 'a name or an address'), ...familyTakes },
  after: 'Example: modem-bench ntp sim:sim7672 ntp.soracom.io --preset soracom',
  ready: withFamily,
  ask: ({ call, slot }, to) => call('net.ntp', { slot, ...to }),
})

/** An IPv6 address without a port needs no brackets. */
const addressIn = (where: string) =>
  /^[\da-f.]*:[\da-f:.]*:[\da-f:.]*$/i.test(where) ? where : undefined

function placeOf(where: string): { readonly host: string; readonly port: number } {
  const match = /^(?:\[([\da-f:.]+)\]|([^:/\s]+))(?::(\d{1,5}))?$/i.exec(where)
  const host = match?.[1] ?? match?.[2] ?? addressIn(where)
  const port = Number(match?.[3] ?? 443)
  if (host === undefined || port < 1 || port > 65_535)
    throw new Fault('bad-input', {
      en: `“${where}”: expected host or host:port, such as example.com:443 or [2001:db8::1]:443.`,
      ja: `「${where}」：ホストまたはホスト:ポートを指定してください（例：example.com:443、[2001:db8::1]:443）。`,
    })
  return { host, port }
}
