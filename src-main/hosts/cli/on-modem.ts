import { harmless, harmlessJson, type Language } from '@contract'
import { benchTakes } from './bench-options'
import { command, flag, type Build, type Description, type Spoken, type Values } from './command'
import { exits } from './exits'
import { onBench, type CommandBench } from './on-bench'
import { print } from './output'
import { offeringBack, openPort, portTakes } from './port'

/** What every command that asks a modem something by AT may be given. */
export const modemTakes = { ...portTakes, ...benchTakes }
export type ModemArguments = Values<typeof modemTakes> & Spoken

/** Opens the port, brings AT to it and works with the modem; lets go of all of it, whatever happens. */
export async function onModem<T>(
  options: ModemArguments & { readonly port: string },
  work: (bench: CommandBench) => Promise<T>,
): Promise<T> {
  const { port } = options
  return onBench(options, async (bench) => {
    await openPort(bench, port, options)
    return offeringBack(bench, port, () => work(bench))
  })
}

export const asJson = flag('--json', 'one JSON object')

/** An answer as it is (`--json`), or as a person reads it. */
export function tell(
  { json = false, lang }: { readonly json?: boolean; readonly lang: Language },
  answer: unknown,
  text: (lang: Language) => string,
): Promise<void> {
  return print(json ? harmlessJson(answer) : harmless(text(lang)))
}

type OnPort = Values<typeof modemTakes> & { readonly port: string; readonly json?: boolean }

/** A command that asks a modem one thing and prints the answer. */
interface Asking<V, A> extends Omit<Description<V>, 'run'> {
  readonly ask: (bench: CommandBench, values: NoInfer<V> & Spoken) => Promise<A>
  readonly text: (answer: A, values: NoInfer<V> & Spoken) => string
  /** Whether the command ends with exit code 1. */
  readonly refused?: (answer: A) => boolean
}

export const modemCommand = <V extends OnPort, A>({
  ask,
  text,
  refused,
  ...described
}: Asking<V, A>): Build =>
  command<V>({
    ...described,
    run: (values) =>
      onModem(values, async (bench) => {
        const answer = await ask(bench, values)
        await tell(values, answer, () => text(answer, values))
        if (refused?.(answer)) process.exitCode = exits.refused
      }),
  })
