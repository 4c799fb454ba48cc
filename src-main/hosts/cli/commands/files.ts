import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Fault, mostFileOctets } from '@contract'
import { fileFault } from '../../file-fault'
import { mustBeNew, writeNew } from '../../result-file'
import { argument, command, flag, group } from '../command'
import { complain } from '../complain'
import { asJson, modemTakes, onModem, tell } from '../on-modem'
import { print } from '../output'
import {
  deleted,
  listText,
  loaded,
  loading,
  noFile,
  sayYes,
  tooLarge,
  written,
} from './files-words'

const port = argument('<port>')
const kindOf = ({ certificate }: { readonly certificate: boolean }) =>
  certificate ? 'certificate' : 'file'

const list = command({
  name: 'list',
  about: 'Print files and certificates, and the free space; changes nothing',
  takes: { port, ...modemTakes, json: asJson },
  run: (options) =>
    onModem(options, async ({ call, slot }) => {
      const state = await call('files.read', { slot })
      // What is not known here is told once, by the fault with what to do.
      if (options.json || state.family) await tell(options, state, (lang) => listText(state, lang))
      if (!state.family) throw new Fault('files-unknown')
    }),
})

const put = command({
  name: 'put',
  about: 'Load a file of at most 3 MB into the modem, and look that it is there',
  takes: {
    ...{ port, path: argument('<file>'), name: argument('[name]'), ...modemTakes },
    certificate: flag('--certificate', 'into the place of the certificates and keys (PEM or DER)'),
    replace: flag('--replace', 'where the name is there already, in its place'),
  },
  run: async (options) => {
    const { path, replace, lang } = options
    const octets = await octetsOfFile(path)
    const name = options.name ?? basename(path)
    await onModem(options, async ({ call, slot }) => {
      const base64 = octets.toString('base64')
      complain(loading(name, octets.length))
      const kind = kindOf(options)
      const state = await call('files.upload', { slot, kind, name, base64, replace })
      complain(loaded(name, octets.length))
      await print(listText(state, lang))
    })
  },
})

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

const get = command({
  name: 'get',
  about: 'Read a file out of the modem',
  takes: { port, name: argument('<name>'), path: argument('[file]'), ...modemTakes },
  run: async (options) => {
    const { name, path: file = name } = options
    await mustBeNew(file, file)
    await onModem(options, async ({ call, slot }) => {
      const { base64 } = await call('files.download', { slot, name })
      const octets = Buffer.from(base64, 'base64')
      await writeNew(file, file, octets)
      complain(written(file, octets.length))
    })
  },
})

const remove = command({
  name: 'rm',
  about: 'Delete a file or certificate of the modem, for good',
  takes: {
    ...{ port, name: argument('<name>'), ...modemTakes },
    certificate: flag('--certificate', 'a certificate or key'),
    yes: flag('--yes', 'delete it; without this nothing is deleted'),
  },
  run: async (options) => {
    const { name, yes, lang } = options
    if (!yes) throw new Fault('not-confirmed', sayYes(name))
    await onModem(options, async ({ call, slot }) => {
      const state = await call('files.delete', { slot, kind: kindOf(options), name })
      complain(deleted(name))
      await print(listText(state, lang))
    })
  },
})

/** The files and certificates in a modem. */
export const filesCommand = group({
  name: 'files',
  about: 'List, load, read and delete the files and certificates in a modem',
  commands: [list, put, get, remove],
  usual: list,
  after:
    'Exit code: 0 done, 1 the modem refused, 2 the call was wrong, 3 no port.\nExample: modem-bench files put /dev/ttyUSB2 ca.pem --certificate',
})
