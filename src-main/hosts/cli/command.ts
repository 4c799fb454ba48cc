import { Argument, Command, Option } from 'commander'
import type { Language } from '@contract'

/** The value of what was typed; `label` is how it was typed (`--wait 5`), for the words of a mistake. */
export type Read<T> = (text: string, label: string) => T | Promise<T>

/** One thing that a command may be given: how it is written, what it is for, and the value it becomes. */
export interface Taken<T> {
  /** `<port>`, `[answers...]`, `-c, --count <number>`, `--json`. */
  readonly flags: string
  readonly help: string
  readonly more: More
  readonly read: (given: unknown, label: (text: string) => string) => T | Promise<T>
}
interface More {
  readonly choices?: readonly string[]
  readonly otherwise?: string
  readonly mandatory?: true
  readonly repeated?: true
  /** The name of an option that must not stand beside it. */
  readonly conflicts?: string
}

export interface Takes {
  readonly [name: string]: Taken<unknown>
}
export type Values<T extends Takes> = {
  readonly [K in keyof T]: T[K] extends Taken<infer V> ? V : never
}
export type TakesOf<V> = { readonly [K in keyof V]: Taken<V[K]> }
export interface Spoken {
  readonly lang: Language
}

const plain: Read<string> = (text) => text
function taken<T>(flags: string, help: string, more: More, as: Read<T>): Taken<T | undefined> {
  return {
    ...{ flags, help, more },
    read: (given, label) => (typeof given === 'string' ? as(given, label(given)) : undefined),
  }
}
/** Where commander itself sees to it that there is one. */
function always<T>(flags: string, help: string, more: More, as: Read<T>): Taken<T> {
  return { flags, help, more, read: (given, label) => as(String(given), label(String(given))) }
}

/** Given or not; `--no-journal` is true without it. */
export const flag = (flags: string, help: string, more: More = {}): Taken<boolean> => ({
  ...{ flags, help, more },
  read: (given) => given === true,
})

export function option(flags: string, help: string): Taken<string | undefined>
export function option<T>(flags: string, help: string, as: Read<T>): Taken<T | undefined>
export function option<T>(flags: string, help: string, as: Read<T>, otherwise: string): Taken<T>
export function option(
  flags: string,
  help: string,
  as: Read<unknown> = plain,
  otherwise?: string,
): Taken<unknown> {
  return otherwise === undefined
    ? taken(flags, help, {}, as)
    : always(flags, help, { otherwise }, as)
}
export const text: Read<string> = plain

/** An option that a command cannot do without. */
export const required = (flags: string, help: string): Taken<string> =>
  always(flags, help, { mandatory: true }, plain)

export function choice<C extends string>(
  flags: string,
  help: string,
  choices: readonly C[],
): Taken<C | undefined>
export function choice<C extends string>(
  flags: string,
  help: string,
  choices: readonly C[],
  otherwise: C,
): Taken<C>
export function choice(
  flags: string,
  help: string,
  choices: readonly string[],
  otherwise?: string,
): Taken<string | undefined> {
  return otherwise === undefined
    ? taken(flags, help, { choices }, plain)
    : always(flags, help, { choices, otherwise }, plain)
}

/** An option that may be given several times. */
export const repeated = <T>(flags: string, help: string, as: Read<T>): Taken<readonly T[]> =>
  several(flags, help, { repeated: true }, as)

const several = <T>(flags: string, help: string, more: More, as: Read<T>): Taken<readonly T[]> => ({
  ...{ flags, help, more },
  read: (given, label) =>
    Promise.all(
      (Array.isArray(given) ? given : []).map((one) => as(String(one), label(String(one)))),
    ),
})

/** `<name>` must be there, `[name]` may, `[name...]` are as many as there are. */
export function argument(
  flags: `<${string}...>` | `[${string}...]`,
  help?: string,
): Taken<readonly string[]>
export function argument(flags: `<${string}>`, help?: string): Taken<string>
export function argument<T>(flags: `<${string}>`, help: string, as: Read<T>): Taken<T>
export function argument(flags: `[${string}]`, help?: string): Taken<string | undefined>
export function argument(flags: string, help = '', as: Read<unknown> = plain): Taken<unknown> {
  if (flags.includes('...')) return several(flags, help, {}, as)
  return flags.startsWith('<') ? always(flags, help, {}, as) : taken(flags, help, {}, as)
}
/** An argument that is one of these. */
export function oneOf<C extends string>(
  flags: `<${string}>`,
  help: string,
  choices: readonly C[],
): Taken<C>
export function oneOf<C extends string>(
  flags: `[${string}]`,
  help: string,
  choices: readonly C[],
): Taken<C | undefined>
export function oneOf(flags: string, help: string, choices: readonly string[]): Taken<unknown> {
  return taken(flags, help, { choices }, plain)
}

/** A command as data. Everything that can be said of it before it runs is here; what it needs to run it may load then. */
export interface Description<V> {
  readonly name: string
  readonly about: string
  /** In the order of the help. */
  readonly takes: TakesOf<V>
  /** Behind the list of options: exit codes, an example. */
  readonly after?: string
  readonly run: (values: NoInfer<V> & Spoken) => Promise<void>
}
/** Made anew for each run: commander keeps what was given in it. */
export type Build = () => Command

export const command =
  <V extends object>(described: Description<V>): Build =>
  () => {
    const { name, about, takes, after, run } = described
    const made = new Command(name).description(about).exitOverride()
    if (after !== undefined) made.addHelpText('after', `\n${after}`)
    const parts = Object.entries<Taken<unknown>>(takes).map(([key, one]) => addTo(made, key, one))
    return made.action(async () => {
      const { lang } = made.opts<Spoken>()
      const values: { [key: string]: unknown } = { lang }
      for (const { key, read } of parts) values[key] = await read()
      // Each was made by the reader of its own name.
      await run(values as V & Spoken)
    })
  }

interface Part {
  readonly key: string
  /** Once the command line is parsed. */
  read(): unknown
}

function addTo(to: Command, key: string, { flags, help, more, read }: Taken<unknown>): Part {
  if (!flags.startsWith('-')) {
    const argument = new Argument(flags, help)
    if (more.choices) argument.choices([...more.choices])
    const at = to.addArgument(argument).registeredArguments.length - 1
    return { key, read: () => read(to.processedArgs[at], plainLabel) }
  }
  const option = new Option(flags, help)
  if (more.choices) option.choices([...more.choices])
  if (more.otherwise !== undefined) option.default(more.otherwise)
  if (more.mandatory) option.makeOptionMandatory()
  if (more.conflicts !== undefined) option.conflicts(more.conflicts)
  if (more.repeated) option.argParser(collected)
  to.addOption(option)
  const name = option.attributeName()
  return { key, read: () => read(to.opts()[name], (given) => `${option.long ?? flags} ${given}`) }
}
const plainLabel = (given: string): string => given
const collected = (value: string, before: readonly string[] = []) => [...before, value]

/** Commands under one name. */
export interface Group {
  readonly name: string
  readonly about: string
  readonly commands: readonly Build[]
  /** Of these the one that is meant where none is named: `radio PORT`. */
  readonly usual?: Build
  readonly after?: string
}

export const group =
  ({ name, about, commands, usual, after }: Group): Build =>
  () => {
    const made = new Command(name).description(about)
    if (after !== undefined) made.addHelpText('after', `\n${after}`)
    for (const build of commands) {
      const isDefault = build === usual
      made.addCommand(isDefault ? hinting(made, build()) : build(), { isDefault })
    }
    return made
  }

/** Gives the default command of a group a hint in the place of "too many arguments". */
function hinting(of: Command, usual: Command): Command {
  return usual.allowExcessArguments().hook('preAction', async () => {
    const { refuseMore } = await import('./did-you-mean')
    const names = of.commands.map((each) => each.name())
    refuseMore(of.name(), names, usual.args)
  })
}
