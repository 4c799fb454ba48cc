import type { Language, ProbeResult } from '@contract'
import { benchTakes } from '../bench-options'
import { argument, command, flag } from '../command'
import { exits } from '../exits'
import { onBench } from '../on-bench'
import { print, printJson } from '../output'

export const probeCommand = command({
  name: 'probe',
  about: 'Find out which ports are for AT: one at a time, never on DIAG or GPS ports',
  takes: {
    paths: argument('[ports...]', 'paths; all serial ports of this computer when none is named'),
    baudSearch: flag(
      '--baud-search',
      'which speed answers AT without noise: one after the other, each with what came; the ports must be closed',
    ),
    ...benchTakes,
    json: flag('--json', 'one JSON object a port'),
  },
  after:
    'A silent port is also sent the close-down of a multiplexer: a modem that was left in it answers AT again.' +
    '\nExit code: 0 a port answers AT, 1 none does, 2 wrong call. Why a port cannot be opened stands in its row.',
  run: async (options) => {
    const { paths, baudSearch } = options
    await onBench(options, async (bench) => {
      const { call, slot } = bench
      let writing = Promise.resolve()
      bench.on('probed', (result) => {
        writing = writing.then(() => show(result, options))
      })
      const unhear = bench.onStop(() => void call('ports.stopProbe'))
      try {
        const some = paths.length === 0 ? {} : { paths: [...paths] }
        const results = await call('ports.probe', { slot, baudSearch, ...some })
        if (!results.some((result) => result.found === 'at')) process.exitCode = exits.refused
      } finally {
        unhear()
        await writing
      }
    })
  },
})

function show(
  result: ProbeResult,
  { json, lang }: { readonly json: boolean; readonly lang: Language },
): Promise<void> {
  if (json) return printJson(result)
  const known = result.baudRate === undefined || result.speeds !== undefined
  const speed = known ? '' : ` (${result.baudRate} bit/s)`
  const tried = (result.speeds ?? []).map(({ baudRate, found, words, seen }) =>
    `  ${String(baudRate).padStart(7)}  ${found.padEnd(9)}  ${words[lang]}  ${seen}`.trimEnd(),
  )
  const row = `${result.path.padEnd(24)}  ${result.found.padEnd(11)}  ${result.words[lang]}${speed}`
  return print([...tried, row].join('\n'))
}
