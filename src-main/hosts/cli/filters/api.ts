import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Argument, Command } from 'commander'
import { asyncApi } from '../../api/async-api'
import { help } from '../../api/help-words'
import { npmClient } from '../../api/npm-client'
import { openApi } from '../../api/open-api'
import { pythonClient } from '../../api/python-client'
import { scriptTypes } from '../../api/script-types'
import { fileFault } from '../../file-fault'
import { languageOf } from '../language'
import { write } from '../output'

const kinds = {
  openapi: () => ({ 'openapi.json': pretty(openApi()) }),
  asyncapi: () => ({ 'asyncapi.json': pretty(asyncApi()) }),
  python: () => ({ 'modem_bench.py': pythonClient() }),
  npm: npmClient,
  script: () => ({ 'modem-bench.d.ts': scriptTypes() }),
} as const satisfies Record<string, () => { readonly [file: string]: string }>

export function apiCommand(): Command {
  const language = languageOf(process.argv)
  return new Command('api')
    .description(help.api[language])
    .addArgument(new Argument('<what>', help.apiWhat[language]).choices(Object.keys(kinds)))
    .option('--to <folder>', help.apiTo[language])
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
