import { budgetWords, hostGiven, loadedDelayCost, parseUrl, type Language } from '@contract'
import { argument, choice, flag, option } from '../command'
import { familyOf, familyTakes, netTakes, toolCommand } from '../tool'
import { numberOf, octetsOf } from '../values'
import { tlsTakes } from './tls-takes'
import { printBeside } from '../beside'

const budget = '--budget <octets>'
const budgetHelp = 'stop after so much data, headers included: 500k, 20M'

export const throughputCommand = toolCommand({
  name: 'throughput',
  about: 'Connect and measure download or upload over the modem',
  takes: {
    ...netTakes,
    url: argument(
      '<url>',
      'http:// or https:// address of something large; with --up one that takes POST',
    ),
    ...familyTakes,
    ...tlsTakes,
    up: flag('--up', 'upload instead of download'),
    seconds: option('--seconds <number>', 'how long', numberOf('net.throughput', 'seconds'), '10'),
    budgetBytes: option(budget, budgetHelp, octetsOf('net.throughput', 'budgetBytes'), '10M'),
  },
  after:
    'Example: modem-bench throughput sim:sim7672 http://speed.example/bytes/10000000 --preset soracom --budget 5M',
  ready: (given) => announced(given, given.seconds),
  ask: ({ call, slot }, _, given) => {
    const { up, url, seconds, budgetBytes, serverName, ca } = given
    const [family, direction, tls] = [
      familyOf(given),
      up ? 'up' : 'down',
      { serverName, ca },
    ] as const
    return call('net.throughput', { slot, direction, url, seconds, budgetBytes, family, tls })
  },
})

export const bufferbloatCommand = toolCommand({
  name: 'bufferbloat',
  about: 'Connect and compare the delay of the idle and of the full line',
  takes: {
    ...netTakes,
    url: argument(
      '<url>',
      'http:// or https:// address of something large; for uploads one that takes POST',
    ),
    ...familyTakes,
    ...tlsTakes,
    way: choice(
      '--way <way>',
      'fill the line by downloads, uploads, or one after the other',
      ['down', 'up', 'both'] as const,
      'both',
    ),
    ping: option('--ping <host>', 'ask this host for round trips instead of the one of the URL'),
    idleSeconds: option(
      '--idle <seconds>',
      'how long the idle line is measured',
      numberOf('net.bufferbloat', 'idleSeconds'),
      '5',
    ),
    seconds: option(
      '--seconds <number>',
      'how long each direction is filled',
      numberOf('net.bufferbloat', 'seconds'),
      '10',
    ),
    budgetBytes: option(budget, budgetHelp, octetsOf('net.bufferbloat', 'budgetBytes'), '10M'),
  },
  after:
    'Exit 1: grade D or F, or no grade (too little was answered, or the line was never full).\nExample: modem-bench bufferbloat sim:sim7672 http://speed.example/bytes/10000000 --preset soracom --budget 4M',
  ready: (given) => {
    const ways = given.way === 'both' ? (['down', 'up'] as const) : [given.way]
    const { url, idleSeconds, seconds, budgetBytes, json, lang } = given
    parseUrl(url)
    const host = given.ping === undefined ? undefined : hostGiven(given.ping, familyOf(given))
    const cost = loadedDelayCost({ ways, idleSeconds, seconds, budgetBytes })
    if (!json) printBeside(cost[lang])
    return { ways, host }
  },
  ask: ({ call, slot }, { ways, host }, given) => {
    const { url, idleSeconds, seconds, budgetBytes, serverName, ca } = given
    return call('net.bufferbloat', {
      ...{ slot, url, host, ways: [...ways], idleSeconds, seconds, budgetBytes },
      family: familyOf(given),
      tls: { serverName, ca },
    })
  },
})

interface Costing {
  readonly url: string
  readonly budgetBytes: number
  readonly json: boolean
  readonly lang: Language
}
/** What it may cost, before a connection is paid for. */
function announced({ url, budgetBytes, json, lang }: Costing, seconds: number): void {
  parseUrl(url)
  if (!json) printBeside(budgetWords(seconds, budgetBytes)[lang])
}
