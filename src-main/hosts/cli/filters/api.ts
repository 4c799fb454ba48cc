import { mkdir, writeFile } from 'node:fs/promises'
import { statSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { Argument, Command } from 'commander'
import { Fault } from '@core/fault'
import { asyncApi } from '../../api/async-api'
import { npmClient } from '../../api/npm-client'
import { openApi } from '../../api/open-api'
import { pythonClient } from '../../api/python-client'
import { scriptTypes } from '../../api/script-types'
import { fileFault } from '../../file-fault'
import { complain } from '../complain'
import { write } from '../output'
import { apiWritten, folderWanted } from './words'

const kinds = {
  openapi: () => ({ 'openapi.json': pretty(openApi()) }),
  asyncapi: () => ({ 'asyncapi.json': pretty(asyncApi()) }),
  python: () => ({ 'modem_bench.py': pythonClient() }),
  npm: npmClient,
  script: () => ({ 'modem-bench.d.ts': scriptTypes() }),
} as const satisfies Record<string, () => { readonly [file: string]: string }>

export function apiCommand(): Command {
  return new Command('api')
    .description('Write what describes the API of serve, and clients for it')
    .addArgument(
      new Argument(
        '<what>',
        'openapi: the calls; asyncapi: the events; python: a client in one file; npm: a typed client as a package; script: the types of modem-bench run in one file',
      ).choices(Object.keys(kinds)),
    )
    .option(
      '--to <folder>',
      'write the files there (default: one file to standard output, a package to modem-bench-client)',
    )
    .addHelpText('after', examples)
    .action(writeApi)
}

const examples = `
modem-bench api openapi > openapi.json
modem-bench api python --to .
modem-bench api npm --to client && npm pack ./client
modem-bench api script --to .`

async function writeApi(what: keyof typeof kinds, { to }: { readonly to?: string }): Promise<void> {
  const files = Object.entries(kinds[what]())
  const [only] = files
  if (to === undefined && files.length === 1 && only) return write(only[1])
  // A package is more than one file.
  const folder = to ?? 'modem-bench-client'
  mustBeFolder(folder, Object.keys(kinds[what]()))
  for (const [name, text] of files) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
      .then(() => writeFile(path, text))
      .catch((error: unknown) => {
        throw fileFault(path, error)
      })
    complain(apiWritten(path))
  }
}

/** A file, or a name like that of what is written, was meant as the file itself. Throws `Fault('bad-input')`. */
function mustBeFolder(to: string, names: readonly string[]): void {
  const found = statSync(to, { throwIfNoEntry: false })
  if (found?.isDirectory() === true) return
  const [name = ''] = names
  const isName = names.length === 1 && extname(to) !== '' && extname(to) === extname(name)
  if (found || isName) throw new Fault('bad-input', folderWanted(to, name))
}

const pretty = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`
