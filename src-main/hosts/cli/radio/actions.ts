import { Fault, faultCode, harmless, harmlessJson } from '@contract'
import type { Input, Language, RadioState } from '@contract'
import { complain } from '../complain'
import { exits } from '../exit'
import type { CommandBench } from '../on-bench'
import { onModem, type ModemArguments } from '../on-modem'
import { print } from '../output'
import { changesOf } from './changes'
import { keepTyped } from './keep-typed'
import {
  askKeep,
  keptNow,
  noSeconds,
  notRecorded,
  nothing,
  stateText,
  takenBack,
  takenBackAfter,
  written as writtenWords,
} from './words'

interface SetArguments extends ModemArguments {
  readonly undoAfter: string
  readonly keep?: boolean
  readonly dryRun?: boolean
}

export function list(
  port: string,
  options: ModemArguments & { readonly json?: boolean; readonly all?: boolean },
): Promise<void> {
  const { json, all = false, lang } = options
  return onModem(port, options, async ({ call, slot }) => {
    const state = await call('radio.read', { slot })
    await print(json ? harmlessJson(state) : stateText(state, all, lang))
    if (!state.family && state.items.length === 0) process.exitCode = exits.refused
  })
}

export function set(port: string, texts: readonly string[], options: SetArguments): Promise<void> {
  const undoSeconds = secondsOf(options.undoAfter)
  const { lang, dryRun = false, keep: atOnce = false } = options
  return onModem(port, options, async (bench) => {
    const { call, slot } = bench
    const before = await call('radio.read', { slot })
    // What an earlier run wrote is not this command's to take back.
    if (before.undo) throw new Fault('radio-undo-first', before.undo.differences[0])
    const changes = changesOf(texts, before)
    const { differences, warnings, seen } = await call('radio.compare', { slot, changes })
    if (differences.length === 0) return print(nothing[lang])
    for (const words of differences) await print(harmless(words[lang]))
    for (const words of warnings) complain(words)
    if (dryRun) return
    const state = await written(bench, { slot, changes, seen, undoSeconds })
    await print(`${writtenWords[lang]}\n${stateText({ ...state, undo: null }, false, lang)}`)
    await settle(bench, { atOnce, undoSeconds, lang })
  })
}

/** Where it was written by half, or not kept, nobody will answer: what was written goes back at once. */
async function written(
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
  wishes: { readonly atOnce: boolean; readonly undoSeconds: number; readonly lang: Language },
): Promise<void> {
  const { atOnce, undoSeconds, lang } = wishes
  if (!atOnce) complain(askKeep(undoSeconds))
  // A little before the bench itself would do it, so that this command can say how it went.
  const kept = atOnce || (await keepTyped((undoSeconds - 5) * 1000, signal))
  if (kept) {
    await call('radio.keep', { slot }).catch((error: unknown) => {
      if (faultCode(error) === 'store-failed') complain(notRecorded)
      throw error
    })
    return print(keptNow[lang])
  }
  const back = await call('radio.undo', { slot })
  await print(`${takenBack[lang]}\n${stateText(back, false, lang)}`)
}

export function keep(port: string, options: ModemArguments): Promise<void> {
  return onModem(port, options, async ({ call, slot }) => {
    const state = await call('radio.keep', { slot })
    await print(`${keptNow[options.lang]}\n${stateText(state, false, options.lang)}`)
  })
}
export function undo(port: string, options: ModemArguments): Promise<void> {
  return onModem(port, options, async ({ call, slot }) => {
    const state = await call('radio.undo', { slot })
    await print(`${takenBack[options.lang]}\n${stateText(state, false, options.lang)}`)
  })
}

function secondsOf(text: string): number {
  const seconds = /^\d{2,4}$/.test(text) ? Number(text) : 0
  if (seconds < 30 || seconds > 1800) throw new Fault('bad-input', noSeconds(text))
  return seconds
}
