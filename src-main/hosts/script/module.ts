import { ScriptBench } from './bench'
import { Link, type Way } from './link'
import { sleepUntil } from './sleep'
import { outside } from './words'

export { BenchFault } from './fault'

let link: Link | undefined
let bench: ScriptBench | undefined

/** What runs a script says once how its bench is reached, before the script is read. */
export function reachBy(way: Way): void {
  link = new Link(way)
  bench = new ScriptBench(link)
}

/** The bench that the script was started on. */
export function openBench(): Promise<ScriptBench> {
  return bench ? Promise.resolve(bench) : Promise.reject(new Error(outside))
}

/** Waits so many milliseconds. Rejects when the script is to end. */
export function sleep(ms: number): Promise<void> {
  return link ? sleepUntil(ms, link.signal) : Promise.reject(new Error(outside))
}
