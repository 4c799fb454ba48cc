import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** What this process holds in its heap, once all that nobody holds is gone, in MB. */
export function heldMb(): number {
  collect()
  return process.memoryUsage().heapUsed / 1e6
}
