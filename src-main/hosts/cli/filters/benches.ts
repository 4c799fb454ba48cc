import { setTimeout as sleep } from 'node:timers/promises'
import { Benches } from '@bench/benches/benches'
import { harmless, harmlessJson, type Language, type SeenBench } from '@contract'
import { Fault } from '@core/fault'
import type { RemoteBench } from '@core/ports/remote-windows'
import { nodeClock } from '@platform/clock/node-clock'
import { remoteFigures } from '@platform/network/remote-figures'
import { benchToken, benchUrl } from '../bench-there'
import { argument, command, flag, option, repeated, text } from '../command'
import { certificates } from '../commands/tls-takes'
import { exits } from '../exits'
import { print } from '../output'
import { onStopSignal } from '../stop-signals'
import { benchText, notVouchedHere, tokensForBenches, twiceNamed } from './benches-words'

const lookMs = 250

/** Several benches of other computers, as the page Benches shows them. */
export const benchesCommand = command({
  name: 'benches',
  about:
    'Show the benches that modem-bench serve offers at several addresses: reached or why not, slots, last verdict, alerts',
  takes: {
    urls: argument('<url...>', 'as serve prints it, without its token: http://pi.local:8470/'),
    tokenFiles: repeated(
      '--token-file <file>',
      'the token of all of them; or given once for each, in their order. Else MODEM_BENCH_TOKEN counts',
      text,
    ),
    ca: option(
      '--ca-file <file>',
      'trust these certificates (PEM), too; one file may hold those of several benches',
      certificates,
    ),
    watch: flag('--watch', 'go on until Ctrl-C, and print each bench again when it has changed'),
    json: flag('--json', 'one JSON object a bench'),
  },
  after:
    'The token of serve --read-token-file suffices; nothing is changed there.\nExit code: 0 all are reached, 1 one is not, 2 the call was wrong.\nExample: modem-bench benches http://pi1.local:8470/ http://pi2.local:8470/ --token-file read.token',
  run: async ({ urls, tokenFiles, ca, watch, json, lang }) => {
    const ways = await waysTo(urls, tokenFiles, ca)
    const benches = new Benches({
      environment: { clock: nodeClock, remoteFigures },
      remotes: { urls: [...ways.keys()], wayTo: async (url) => ways.get(url) },
    })
    const stopped = new AbortController()
    const unhear = onStopSignal(() => stopped.abort())
    try {
      const say = printer(json, lang)
      for (;;) {
        const seen = benches.read().map(asSaidHere)
        const asking = seen.some(({ state }) => state === 'asking')
        if (watch || !asking) for (const bench of seen) await say(bench)
        if (!watch && !asking) {
          if (seen.some(({ state }) => state !== 'reached')) process.exitCode = exits.refused
          return
        }
        await sleep(lookMs, undefined, { signal: stopped.signal })
      }
    } catch (error) {
      // Ctrl-C is how a watch ends.
      if (!stopped.signal.aborted) throw error
      if (!watch) throw new Fault('command-cancelled', undefined, { cause: error })
    } finally {
      unhear()
      benches.stop()
    }
  },
})

async function waysTo(
  urls: readonly string[],
  tokenFiles: readonly string[],
  ca: string | undefined,
): Promise<ReadonlyMap<string, RemoteBench>> {
  if (tokenFiles.length > 1 && tokenFiles.length !== urls.length)
    throw new Fault('bad-input', tokensForBenches(tokenFiles.length, urls.length))
  const ways = new Map<string, RemoteBench>()
  for (const [at, given] of urls.entries()) {
    const url = benchUrl(given, given).href
    if (ways.has(url)) throw new Fault('bad-input', twiceNamed(url))
    const token = await benchToken(tokenFiles.length > 1 ? tokenFiles[at] : tokenFiles[0])
    ways.set(url, { url, token, ca })
  }
  return ways
}

/** Here is no dialog in which a certificate is compared. */
const asSaidHere = (seen: SeenBench): SeenBench =>
  seen.state === 'untrusted' ? { ...seen, why: notVouchedHere } : seen

/** Prints what it is given unless it looks as it did the last time. */
function printer(json: boolean, lang: Language): (seen: SeenBench) => Promise<void> {
  const before = new Map<string, string>()
  return async (seen) => {
    if (seen.state === 'asking') return
    const looks = benchText(seen, lang)
    if (before.get(seen.url) === looks) return
    before.set(seen.url, looks)
    await print(json ? harmlessJson(seen) : harmless(looks))
  }
}
