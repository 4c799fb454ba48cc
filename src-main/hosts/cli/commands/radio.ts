import { Fault, faultCode } from '@contract'
import type { Input, RadioState } from '@contract'
import { argument, command, flag, group, option } from '../command'
import { complain } from '../complain'
import { keepTyped } from '../keep-typed'
import type { CommandBench } from '../on-bench'
import { asJson, modemCommand, modemTakes, onModem } from '../on-modem'
import { print, printJson } from '../output'
import { secondsOf } from '../values'
import { toWrite, written } from './compared'
import { radioCells } from './radio-cells'
import { changesOf } from './radio-changes'
import {
  askKeep,
  keptNow,
  notKept,
  notRecorded,
  stateText,
  takenBack,
  takenBackAfter,
} from './radio-words'

const port = argument('<port>')

const list = modemCommand({
  name: 'list',
  about: 'Print the settings of the radio and what may be chosen; changes nothing',
  takes: {
    ...{ port, ...modemTakes },
    all: flag(
      '--all',
      'each band one by one, where the modem does not tell which it has; else they are ranges',
    ),
    json: asJson,
  },
  ask: ({ call, slot }) => call('radio.read', { slot }),
  text: (state, { all, lang }) => stateText(state, all, lang),
  refused: ({ family, items }) => !family && items.length === 0,
})

const set = command({
  name: 'set',
  about:
    'Change settings: prints what differs, writes it, reads it back, and takes it back unless it is kept',
  takes: {
    ...{ port, texts: argument('<setting=value...>'), ...modemTakes },
    undoSeconds: option(
      '--undo-after <seconds>',
      'when it goes back by itself (30 to 1800)',
      secondsOf('radio.write', 'undoSeconds'),
      '180',
    ),
    keep: flag('--keep', 'keep it at once: nothing goes back by itself'),
    dryRun: flag('--dry-run', 'print what would differ and write nothing'),
    json: asJson,
  },
  after:
    'Settings are named as the list names them: lte-bands=1,3,19 (or all), rat=38, operator=auto or operator=44010, cell=1850,214 or cell=none, psm=1h,30s (T3412, T3324) or psm=off, edrx=20.48s or edrx=off.\nAfter the write, a line "keep", in any case, on standard input keeps it; anything else, Ctrl-C or the time takes it back. The old values stand in a file until then, so that "radio undo" brings them back even after a crash.\nExample: modem-bench radio set /dev/ttyUSB2 lte-bands=1,3 operator=auto',
  run: (options) =>
    onModem(options, async (bench) => {
      const { texts, undoSeconds, keep: atOnce, json, lang } = options
      const { call, slot } = bench
      const before = await call('radio.read', { slot })
      // What an earlier run wrote is not this command's to take back.
      if (before.undo) throw new Fault('radio-undo-first', before.undo.differences[0])
      const changes = changesOf(texts, before)
      const compared = await call('radio.compare', { slot, changes })
      const { seen, differences, warnings } = compared
      const told = { differences, warnings }
      const toldAs = { ...options, quiet: json }
      if (!(await toWrite(compared, toldAs)))
        return json ? printJson({ ...told, written: false, kept: false, state: before }) : undefined
      const state = await wrote(bench, { slot, changes, seen, undoSeconds })
      if (!json)
        await print(`${written[lang]}\n${stateText({ ...state, undo: null }, false, lang)}`)
      const end = await settle(bench, { atOnce, undoSeconds })
      if (json) return printJson({ ...told, written: true, ...end })
      if (end.kept) return print(keptNow[lang])
      await print(`${takenBack[lang]}\n${stateText(end.state, false, lang)}`)
    }),
})

/** Where it was written by half, or not kept, nobody will answer: what was written goes back at once. */
async function wrote(
  { call, slot }: CommandBench,
  wishes: Input<'radio.write'>,
): Promise<RadioState> {
  try {
    return await call('radio.write', wishes)
  } catch (error) {
    const now = await call('radio.read', { slot }).catch(() => undefined)
    if (now?.undo) {
      await call('radio.undo', { slot })
      complain(takenBackAfter)
    }
    throw error
  }
}

/** Kept where somebody says so; taken back in any other case, also where the command is ended. */
async function settle(
  { call, slot, signal }: CommandBench,
  { atOnce, undoSeconds }: { readonly atOnce: boolean; readonly undoSeconds: number },
): Promise<{ readonly kept: boolean; readonly state: RadioState }> {
  if (!atOnce) complain(askKeep(undoSeconds))
  // A little before the bench itself would do it, so that this command can say how it went.
  const answer = atOnce ? 'keep' : await keepTyped((undoSeconds - 5) * 1000, signal)
  const kept = answer === 'keep'
  if (!kept) {
    complain(notKept[answer])
    return { kept, state: await call('radio.undo', { slot }) }
  }
  const state = await call('radio.keep', { slot }).catch((error: unknown) => {
    if (faultCode(error) === 'store-failed') complain(notRecorded)
    throw error
  })
  return { kept, state }
}

const keep = modemCommand({
  name: 'keep',
  about: 'Keep the last change, so that nothing goes back any more',
  takes: { port, ...modemTakes },
  ask: ({ call, slot }) => call('radio.keep', { slot }),
  text: (state, { lang }) => `${keptNow[lang]}\n${stateText(state, false, lang)}`,
})
const undo = modemCommand({
  name: 'undo',
  about: 'Take the last change back, also one of an earlier run',
  takes: { port, ...modemTakes },
  ask: ({ call, slot }) => call('radio.undo', { slot }),
  text: (state, { lang }) => `${takenBack[lang]}\n${stateText(state, false, lang)}`,
})

/** What a modem's radio may use. */
export const radioCommand = group({
  name: 'radio',
  about:
    'Show which bands, technologies, operator and cell a modem may use, and change them with a way back',
  commands: [list, set, keep, undo, radioCells],
  usual: list,
})
