import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './needs'

const main = join(root, 'out/main')
const names = existsSync(main) ? readdirSync(main) : []

/** The HID process as built, and really a process of its own; only node-hid in it is replaced. */
export const hidChild = join(main, names.find((name) => name.startsWith('hid-child')) ?? 'missing')

const fake = pathToFileURL(join(root, 'test/support/fake-node-hid.mjs')).href
const hooks = `export const resolve = (name, context, next) =>
  name === 'node-hid' ? { url: ${JSON.stringify(fake)}, shortCircuit: true } : next(name, context)`
const register = `import { register } from 'node:module'
register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)})`

/** NODE_OPTIONS with which every program here gets the stand-in for node-hid. */
export const fakeNodeHid = `--import=data:text/javascript,${encodeURIComponent(register)}`
