import { hostGiven, parseCoapUrl } from '@contract'
import { argument, flag, option } from '../command'
import { familyOf, familyTakes, netTakes, toolCommand } from '../tool'
import { msOf, numberOf } from '../values'

export const udpEchoCommand = toolCommand({
  name: 'udp-echo',
  about: 'Connect and send datagrams to an echo server over the modem; exit 1 when none comes back',
  takes: {
    ...netTakes,
    to: argument('<host>', 'a name or an address, where something sends back what it gets by UDP'),
    ...familyTakes,
    portThere: option('--port <number>', 'of the server', numberOf('net.udpEcho', 'port'), '7'),
    count: option(
      '-c, --count <number>',
      'how many; 0 goes on until Ctrl-C',
      numberOf('net.udpEcho', 'count'),
      '4',
    ),
    intervalMs: option(
      '-i, --interval <seconds>',
      'between two datagrams',
      msOf('net.udpEcho', 'intervalMs'),
      '1',
    ),
    timeoutMs: option(
      '--timeout <seconds>',
      'for each to come back',
      msOf('net.udpEcho', 'timeoutMs'),
      '5',
    ),
    size: option(
      '-s, --size <octets>',
      'data in each datagram; above the MTU it goes in fragments',
      numberOf('net.udpEcho', 'size'),
      '56',
    ),
  },
  after:
    'Any echo server will do, such as “socat -T 60 UDP-LISTEN:7,fork EXEC:cat” on a server of yours.\nExample: modem-bench udp-echo sim:sim7672 echo.example --preset soracom',
  ready: (given) => {
    const family = familyOf(given)
    return { family, host: hostGiven(given.to, family) }
  },
  endless: ({ count }) => count === 0,
  ask: ({ call, slot }, to, { portThere: port, count, intervalMs, timeoutMs, size }) =>
    call('net.udpEcho', { slot, ...to, port, count, intervalMs, timeoutMs, size }),
})

export const coapCommand = toolCommand({
  name: 'coap',
  about:
    'Connect, ping a CoAP server over the modem, and ask for what it offers; exit 1 when it does not answer',
  takes: {
    ...netTakes,
    url: argument('<url>', 'coap://host[:5683][/path]; without a path: /.well-known/core'),
    ...familyTakes,
    count: option(
      '-c, --count <number>',
      'so many pings; 0 goes on until Ctrl-C',
      numberOf('net.coap', 'count'),
      '4',
    ),
    intervalMs: option(
      '-i, --interval <seconds>',
      'between two pings',
      msOf('net.coap', 'intervalMs'),
      '1',
    ),
    timeoutMs: option('--timeout <seconds>', 'for each answer', msOf('net.coap', 'timeoutMs'), '5'),
    get: flag('--no-get', 'ping alone, and ask for nothing'),
  },
  after: 'Example: modem-bench coap sim:sim7672 coap://coap.example/ --preset soracom',
  ready: (given) => {
    parseCoapUrl(given.url)
    return familyOf(given)
  },
  endless: ({ count }) => count === 0,
  ask: ({ call, slot }, family, { url, count, intervalMs, timeoutMs, get }) =>
    call('net.coap', { slot, url, count, intervalMs, timeoutMs, get, family }),
})
