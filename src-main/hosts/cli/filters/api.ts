import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Argument, Command } from 'commander'
import { asyncApi } from '../../api/async-api'
import { npmClient } from '../../api/npm-client'
import { openApi } from '../../api/open-api'
import { pythonClient } from '../../api/python-client'
import { scriptTypes } from '../../api/script-types'
import { fileFault } from '../../file-fault'
import { write } from '../output'

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
  for (const [name, text] of files) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
      .then(() => writeFile(path, text))
      .catch((error: unknown) => {
        throw fileFault(path, error)
      })
  }
}

const pretty = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`
