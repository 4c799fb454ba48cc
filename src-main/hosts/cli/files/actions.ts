import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Fault, harmlessJson, mostFileOctets } from '@contract'
import { fileFault } from '../../file-fault'
import { mustBeNew, writeNew } from '../../result-file'
import { complain } from '../complain'
import { onModem, type ModemArguments } from '../on-modem'
import { print } from '../output'
import { deleted, listText, loaded, noFile, sayYes, tooLarge, written } from './words'

interface Place extends ModemArguments {
  readonly certificate?: boolean
}
const kindOf = ({ certificate }: Place) => (certificate ? 'certificate' : 'file')

export function list(port: string, options: ModemArguments & { json?: boolean }): Promise<void> {
  return onModem(port, options, async ({ call, slot }) => {
    const state = await call('files.read', { slot })
    // What is not known here is told once, by the fault with what to do.
    if (options.json) await print(harmlessJson(state))
    else if (state.family) await print(listText(state, options.lang))
    if (!state.family) throw new Fault('files-unknown')
  })
}

export async function put(
  port: string,
  path: string,
  given: string | undefined,
  options: Place & { readonly replace?: boolean },
): Promise<void> {
  const octets = await octetsOfFile(path)
  const name = given ?? basename(path)
  const { lang, replace = false } = options
  await onModem(port, options, async ({ call, slot }) => {
    const base64 = octets.toString('base64')
    const state = await call('files.upload', { slot, kind: kindOf(options), name, base64, replace })
    complain(loaded(name, octets.length))
    await print(listText(state, lang))
  })
}

/** The octets of a file that a modem could take; looked at before it is read, since a device has no end. */
export async function octetsOfFile(path: string): Promise<Buffer> {
  const told = await stat(path).catch((error: unknown) => {
    throw fileFault(path, error)
  })
  if (!told.isFile()) throw new Fault('bad-input', noFile(path))
  if (told.size > mostFileOctets) throw new Fault('bad-input', tooLarge(path, told.size))
  return readFile(path).catch((error: unknown) => {
    throw fileFault(path, error)
  })
}

export async function get(
  port: string,
  name: string,
  path: string | undefined,
  options: ModemArguments,
): Promise<void> {
  const file = path ?? name
  await mustBeNew(file, file)
  return onModem(port, options, async ({ call, slot }) => {
    const { base64 } = await call('files.download', { slot, name })
    const octets = Buffer.from(base64, 'base64')
    await writeNew(file, file, octets)
    complain(written(file, octets.length))
  })
}

export async function remove(
  port: string,
  name: string,
  options: Place & { readonly yes?: boolean },
): Promise<void> {
  if (!options.yes) throw new Fault('not-confirmed', sayYes(name))
  await onModem(port, options, async ({ call, slot }) => {
    const state = await call('files.delete', { slot, kind: kindOf(options), name })
    complain(deleted(name))
    await print(listText(state, options.lang))
  })
}
