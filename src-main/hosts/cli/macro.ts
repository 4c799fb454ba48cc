import { readFile } from 'node:fs/promises'
import { Fault, faultOf, macroFrom, wordsOf, type MacroScript, type MacroState } from '@contract'
import { askYesNo } from './ask-yes-no'
import type { CommandBench } from './on-bench'
import { print, printJson } from './output'
import { macroValueExpected, noSuchMacro } from './words'

/** A macro that is about to run, and what its variables stand for. */
export interface ReadMacro {
  readonly name: string
  readonly text: string
  readonly values: { readonly [name: string]: string }
}

/** A file, or the name of a macro that ships (`information`), with `name=value` for its variables. */
export async function readMacro(
  bench: CommandBench,
  name: string,
  set: readonly string[],
): Promise<ReadMacro> {
  const text = await textOf(bench, name)
  return { name, text, values: valuesOf(set, macroFrom(text)) }
}

/** Runs it and prints what it asks and hears; whether a command was refused. */
export async function runMacroOn(
  bench: CommandBench,
  { name, text, values }: ReadMacro,
  json: boolean,
): Promise<boolean> {
  const { call, slot } = bench
  let printed = Promise.resolve()
  const unhear = bench.on('macro', ({ command, lines }) => {
    // One after the other, as they came.
    printed = printed.then(() =>
      json ? printJson({ command, lines: lines.slice(0, -1), final: lines.at(-1) }) : say(lines),
    )
  })
  const stopping = bench.onStop(() => void call('macros.stop', { slot }))
  const answered = new AbortController()
  const unwatch = attend(bench, answered.signal)
  try {
    await call('macros.run', { slot, id: name.slice(-64), text, values })
    const ended = await bench.state.until(({ macro }) =>
      macro && macro.state !== 'running' ? macro : undefined,
    )
    return refusals(ended)
  } finally {
    stopping()
    unwatch()
    answered.abort()
    unhear()
    await printed
  }
}

/** Asks the person what the macro asks, and sounds when it does. Returns the way to stop. */
function attend({ call, slot, state }: CommandBench, signal: AbortSignal): () => void {
  let asked: string | null = null
  let beeps = 0
  return state.on(({ macro }) => {
    if (macro?.state !== 'running') return
    if (macro.beeps > beeps) process.stderr.write('\u0007')
    beeps = macro.beeps
    const { question } = macro
    if (question !== null && question !== asked) void answer(question)
    asked = question
  })
  async function answer(question: string): Promise<void> {
    const given = process.stdin.isTTY ? await askYesNo(question, signal) : 'none'
    // The macro may be over by now: then nobody waits for it.
    if (given) await call('macros.answer', { slot, answer: given }).catch(() => undefined)
  }
}

function refusals({ state, fault, refused }: MacroState): boolean {
  if (fault) {
    const said = wordsOf(fault.detail)
    throw faultOf({ code: fault.code, detail: said.en, said })
  }
  if (state === 'stopped') throw new Fault('at-cancelled')
  return refused > 0
}

async function say(lines: readonly string[]): Promise<void> {
  for (const line of lines) await print(line)
}

async function textOf({ call }: CommandBench, name: string): Promise<string> {
  const stored = await call('macros.list')
  const shipped = stored.find((one) => one.id === name)
  if (shipped) return shipped.text
  return readFile(name, 'utf8').catch((error: unknown) => {
    const known = stored.map(({ id }) => id).join(', ')
    const why = error instanceof Error ? error.message : String(error)
    throw new Fault('bad-input', noSuchMacro(name, why, known), { cause: error })
  })
}

function valuesOf(set: readonly string[], script: MacroScript): { [name: string]: string } {
  const values: { [name: string]: string } = {}
  for (const one of set) {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(one) ?? []
    if (!script.variables.some((variable) => variable.name === name)) {
      const known = script.variables.map((variable) => variable.name).join(', ') || 'none'
      throw new Fault('bad-input', macroValueExpected(one, known))
    }
    values[name] = value
  }
  return values
}
