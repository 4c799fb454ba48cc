import { colon, errorWords, harmless } from '@contract'
import type { Language, RadioItemState } from '@contract'
import { benchTakes } from '../bench-options'
import { command, flag } from '../command'
import { complain } from '../complain'
import { exits } from '../exits'
import { onBench, type CommandBench } from '../on-bench'
import { print, printJson } from '../output'
import { anyPort, offeringBack, openPort, portTakes } from '../port'

export const leftoversCommand = command({
  name: 'leftovers',
  about: 'Name the settings an earlier program left in the modem, and put them back',
  takes: {
    port: anyPort,
    restore: flag('--restore', 'put them back'),
    ...portTakes,
    ...benchTakes,
    json: flag('--json', 'one JSON object each'),
  },
  after:
    'Settings of the radio that limit the modem are named, too, with the line that lifts them; --restore leaves them.\nA modem that was left in the multiplexer is brought back first. Exit code: 0 nothing is left (any more), 1 something is, 2 wrong call, 3 no port.',
  run: async (options) => {
    const { port, json, lang, restore } = options
    await onBench(options, async (bench) => {
      const { call, slot } = bench
      await openPort(bench, port, options)
      const found = await offeringBack(bench, port, () => call('modem.leftovers', { slot }))
      for (const one of found)
        await (json
          ? printJson(one)
          : print(`${one.seen.padEnd(20)}  ${one.words[lang]}  (${one.restore})`))
      const limits = await radioLimits(bench)
      for (const one of limits) await (json ? printJson(one) : print(limitText(one, lang)))
      if (found.length + limits.length === 0 && !json) await print(none[lang])
      // What the radio may use is never put back with the rest: somebody may want it so.
      if (limits.length > 0) process.exitCode = exits.refused
      if (!restore) {
        if (found.length > 0) process.exitCode = exits.refused
        return
      }
      for (const done of await call('modem.restore', { slot })) {
        await (json ? printJson(done) : print(`${done.command}  ${done.final}`))
        if (!done.ok) process.exitCode = exits.refused
      }
    })
  },
})

/** Bands, a technology, an operator or a cell that an earlier person locked; none where the modem does not tell. */
async function radioLimits({ call, slot }: CommandBench): Promise<readonly RadioItemState[]> {
  try {
    const { items } = await call('radio.read', { slot })
    return items.filter((item) => item.limits)
  } catch (error) {
    complain(errorWords(error))
    return []
  }
}
function limitText({ id, title, value, free, answer }: RadioItemState, lang: Language): string {
  const lift = free ? `radio set PORT ${id}=${liftedTo(id, free)}` : 'radio PORT'
  const words = `${title[lang]}${colon[lang]}${value?.[lang] ?? ''}`
  return harmless(`${answer.join(' ').padEnd(20)}  ${words}  (modem-bench ${lift})`)
}
const liftedTo = (id: string, free: readonly string[]): string =>
  free.length === 0 ? 'none' : id.endsWith('bands') ? 'all' : free.join(',')

const none = { en: 'Nothing is left.', ja: '元に戻す設定はありません。' } as const
