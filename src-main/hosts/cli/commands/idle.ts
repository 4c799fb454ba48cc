import type { IdleMeasurement } from '@contract'
import { command, option, text } from '../command'
import { exits } from '../exits'
import { withLink } from '../online'
import { print, printJson } from '../output'
import { netTakes } from '../tool'
import { numberOf } from '../values'
import { printBeside } from '../beside'

export const idleCommand = command({
  name: 'idle',
  about: 'Connect, stay silent, and report when and how the network hangs up',
  takes: {
    ...netTakes,
    upToMinutes: option(
      '--up-to <minutes>',
      'how long to wait for it',
      numberOf('idle.start', 'upToMinutes'),
      '90',
    ),
    probe: option(
      '--probe <host>',
      'asked at the end; the name server of the link when absent',
      text,
      '',
    ),
  },
  after:
    'Exit code: 0 measured, cut or not; 1 the link was never silent; 2 wrong call; 3 the port cannot be used; 130 stopped.\nExample: modem-bench idle /dev/ttyUSB2 --apn soracom.io --user sora --password-file sora.txt --up-to 75',
  run: async (options) => {
    const { upToMinutes, probe, json, lang } = options
    const found = await withLink(options, async (bench) => {
      const { call, slot, state } = bench
      const said = new Set<string>()
      const say = ({ state: now, words }: IdleMeasurement) => {
        const line = words[lang]
        if (now === 'silent' && !json && !said.has(line)) printBeside(line)
        said.add(line)
      }
      say(await call('idle.start', { slot, upToMinutes, probe: probe.trim() }))
      // The end of the link is the result and no reason to stop.
      const unhear = bench.onStop(() => void call('idle.stop', { slot, seen: 'Ctrl-C' }))
      const unwatch = state.on(({ idle }) => idle && say(idle))
      try {
        return await state.until(({ idle }) => (idle && isOver(idle) ? idle : undefined))
      } finally {
        unwatch()
        unhear()
      }
    })
    if (found.state === 'spoilt') process.exitCode = exits.refused
    if (found.state === 'stopped') process.exitCode = exits.stopped
    if (json) return printJson(found)
    await print(found.words[lang])
  },
})

const isOver = ({ state }: IdleMeasurement) => state !== 'silent' && state !== 'asking'
