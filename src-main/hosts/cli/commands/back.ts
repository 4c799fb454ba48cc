import { Fault, type BackState } from '@contract'
import { command, flag } from '../command'
import { onBench } from '../on-bench'
import { modemTakes } from '../on-modem'
import { print, printJson } from '../output'
import { anyPort, openPort } from '../port'

export const backCommand = command({
  name: 'back',
  about: 'Bring a modem back to command mode: out of a call, PPP or the multiplexer',
  takes: {
    port: anyPort,
    ...modemTakes,
    json: flag('--json', 'one JSON object a rung, the result last'),
  },
  after:
    'A call that an earlier program left open is ended: PPP is asked to go, then +++, DTR and the close-down of the multiplexer, each\nproved by AT. Up to a minute where nothing helps.' +
    '\nExit code: 0 in command mode, 1 not, 2 wrong call, 3 the port cannot be used.',
  run: async (options) => {
    const { port, json, lang } = options
    await onBench(options, async (bench) => {
      const { call, slot, state } = bench
      await openPort(bench, port, options)
      const unhear = bench.onStop(() => void call('mode.cancel', { slot }))
      let told = 0
      let writing: Promise<void> = Promise.resolve()
      const tell = (steps: BackState['steps']) => {
        const fresh = steps.slice(told)
        told = steps.length
        for (const step of fresh)
          writing = writing.then(() =>
            json ? printJson(step) : print(`${step.worked ? '✓' : '–'} ${step.words[lang]}`),
          )
      }
      const unwatch = state.on((now) => tell(now.back?.steps ?? []))
      try {
        const { result, steps } = await call('mode.back', { slot })
        tell(steps)
        await writing
        if (json) await printJson({ result, mode: state.now.mode })
        if (result === 'none')
          throw new Fault(bench.signal.aborted ? 'command-cancelled' : 'connect-stuck')
      } finally {
        unwatch()
        unhear()
      }
    })
  },
})
