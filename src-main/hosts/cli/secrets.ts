import { readFile } from 'node:fs/promises'
import { Fault, type Language, type Words } from '@contract'
import type { CommandBench } from './on-bench'
import { fileFault } from '../file-fault'
import { hiddenLine } from './hidden-line'
import {
  bothFromInput,
  codeByFile,
  giveOne,
  keyByFile,
  oneLineExpected,
  passwordByFile,
  pinByFile,
  prompts,
  readableByAll,
} from './words'
import { printBeside } from './beside'

/** What the list of processes would show to everyone on the computer, and how else it can be given. */
export interface SecretOptions {
  readonly password: string
  readonly passwordFile?: string | undefined
  readonly pin?: string | undefined
  readonly pinFile?: string | undefined
  readonly lang: Language
}

/** Of a profile of an eSIM. */
interface ProfileCodes {
  readonly code?: string | undefined
  readonly codeFile?: string | undefined
  readonly confirmation?: string | undefined
  readonly confirmationFile?: string | undefined
  readonly lang: Language
}

const kinds = {
  password: { option: '--password', variable: 'MODEM_BENCH_PASSWORD' },
  pin: { option: '--pin', variable: 'MODEM_BENCH_PIN' },
  newPin: { option: '--new-pin', variable: 'MODEM_BENCH_NEW_PIN' },
  mqtt: { option: '--mqtt-password', variable: 'MODEM_BENCH_MQTT_PASSWORD' },
  soracom: { option: '--auth-key', variable: 'MODEM_BENCH_SORACOM_AUTH_KEY' },
  code: { option: '--code', variable: 'MODEM_BENCH_ACTIVATION_CODE' },
  confirmation: { option: '--confirmation', variable: 'MODEM_BENCH_CONFIRMATION' },
} as const
type Kind = keyof typeof kinds

/**
 * The same options with password and PIN from wherever they were given: the option itself, a file (`-` is standard input,
 * asked for where that is a terminal), the environment. Rejects with `Fault('bad-input')`.
 */
export async function withSecrets<T extends SecretOptions>(
  { call }: CommandBench,
  options: T,
): Promise<T> {
  if (options.passwordFile === '-' && options.pinFile === '-')
    throw new Fault('bad-input', bothFromInput('--password-file', '--pin-file'))
  const { password: typed, pin: typedPin = '', passwordFile, pinFile, lang } = options
  // What operators publish for every subscriber is no secret.
  const { presets } = await call('app.snapshot')
  const isPublic = presets.some((one) => one.password === typed)
  const password = await secretOf('password', typed, passwordFile, { lang, isPublic })
  const pin = await secretOf('pin', typedPin, pinFile, { lang, isPublic: false })
  return { ...options, password, ...(pin === '' ? {} : { pin }) }
}

/** A PIN from `--pin`, its file or the environment. Rejects with `Fault('bad-input')` where there is none. */
export async function givenPin(
  option: 'pin' | 'newPin',
  { pin: typed = '', pinFile, lang }: Pick<SecretOptions, 'pin' | 'pinFile' | 'lang'>,
): Promise<string> {
  const pin = await secretOf(option, typed, pinFile, { lang, isPublic: false })
  if (pin !== '') return pin
  const { option: name } = kinds[option]
  throw new Fault('bad-input', pinByFile(name))
}

/** The password of a context, from `--password`, its file or the environment. Rejects with `Fault('bad-input')` where there is none. */
export async function givenPassword({
  password: typed = '',
  passwordFile,
  lang,
}: Pick<SecretOptions, 'passwordFile' | 'lang'> & {
  readonly password: string | undefined
}): Promise<string> {
  const password = await secretOf('password', typed, passwordFile, { lang, isPublic: false })
  if (password !== '') return password
  throw new Fault('bad-input', passwordByFile)
}

/** The password of a broker, from its file or the environment; empty where there is none. */
export const brokerPassword = (file: string | undefined, lang: Language): Promise<string> =>
  secretOf('mqtt', '', file, { lang, isPublic: false })

/** The secret of an authentication key, from its file or the environment. Rejects with `Fault('bad-input')` where there is none. */
export async function soracomKey(file: string | undefined, lang: Language): Promise<string> {
  const key = await secretOf('soracom', '', file, { lang, isPublic: false })
  if (key !== '') return key
  throw new Fault('bad-input', keyByFile)
}

/** The activation code of a profile and what goes with it, from wherever they were given. Rejects with `Fault('bad-input')`. */
export async function profileCodes({
  code: typedCode = '',
  codeFile,
  confirmation: typed = '',
  confirmationFile,
  lang,
}: ProfileCodes): Promise<{ readonly code: string; readonly confirmation?: string }> {
  if (codeFile === '-' && confirmationFile === '-')
    throw new Fault('bad-input', bothFromInput('--code-file', '--confirmation-file'))
  // Typed it is worth nothing once the profile is there, which the program that fetches it shows as well.
  const code = await secretOf('code', typedCode, codeFile, { lang, isPublic: true })
  if (code === '') throw new Fault('bad-input', codeByFile)
  const confirmation = await secretOf('confirmation', typed, confirmationFile, {
    ...{ lang, isPublic: false },
  })
  return { code, ...(confirmation === '' ? {} : { confirmation }) }
}

async function secretOf(
  kind: Kind,
  typed: string,
  file: string | undefined,
  { lang: language, isPublic }: { readonly lang: Language; readonly isPublic: boolean },
): Promise<string> {
  const { option, variable } = kinds[kind]
  if (typed !== '' && file !== undefined) throw new Fault('bad-input', giveOne(option))
  if (file !== undefined) return fromFile(`${option}-file`, file, kind, language)
  if (typed === '') return process.env[variable] ?? ''
  if (!isPublic) printBeside(`modem-bench: ${advice(kind)[language]}`)
  return typed
}

const advice = (kind: Kind): Words => {
  const { option, variable } = kinds[kind]
  return readableByAll(option, variable)
}

async function fromFile(
  option: string,
  file: string,
  kind: Kind,
  language: Language,
): Promise<string> {
  const text = file === '-' ? await typedOrPiped(prompts[kind][language]) : await read(option, file)
  const [secret = '', ...more] = text.replace(/\r?\n$/, '').split(/\r?\n/)
  if (secret === '' || more.length > 0) throw new Fault('bad-input', oneLineExpected(option, file))
  return secret
}

function read(option: string, file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw fileFault(`${option} ${file}`, error)
  })
}

async function typedOrPiped(prompt: string): Promise<string> {
  if (process.stdin.isTTY) return hiddenLine(prompt)
  let text = ''
  for await (const piece of process.stdin.setEncoding('utf8')) text += String(piece)
  return text
}
