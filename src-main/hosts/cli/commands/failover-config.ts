import { Fault, type BenchConfig } from '@contract'
import { benchTakes } from '../bench-options'
import { argument, flag } from '../command'
import { mistakesFault } from '../mistakes'
import type { WholeBench } from '../on-bench'
import { isFree } from '../slot-to-use'
import { print, printJson } from '../output'

/** What failover and soak may be given. */
export const configTakes = {
  path: argument('<config>', 'a YAML or JSON file; resources/examples/failover.yaml is one'),
  ...benchTakes,
  json: flag('--json', 'one JSON object a decision, the sums last'),
  dryRun: flag('--dry-run', 'read the file, say what would be done, and touch nothing'),
}

/** The configuration of a file. Throws `Fault('bad-input')` with every mistake in it and its place. */
export async function configOf(
  { call }: WholeBench,
  path: string,
  text: string,
): Promise<BenchConfig> {
  const { config, mistakes } = await call('failover.read', { text })
  if (!config) throw mistakesFault(mistakes, path)
  return config
}

export async function dryRun(
  { call }: WholeBench,
  text: string,
  { json }: { readonly json: boolean },
): Promise<void> {
  const plan = await call('failover.plan', { text })
  if (json) return printJson(plan)
  const { commands, ...rest } = plan
  await print(JSON.stringify(rest, null, 2))
  if (commands.length > 0) await print(commands.join('\n'))
}

/** A bench elsewhere may be in use: neither its ports nor its failover are ours to end. */
export async function mustBeFree({ call, where }: WholeBench): Promise<void> {
  if (where === undefined) return
  const [{ slots }, failover] = [await call('app.snapshot'), await call('failover.state')]
  const off = failover === null || failover.state === 'off'
  if (off && isFree(slots.a) && isFree(slots.b)) return
  throw new Fault('port-slots-full', {
    en: `The bench at ${where} is in use, and both of its slots are needed; close their ports (and end the failover) there first.`,
    ja: `${where} は使用中です。両方のスロットが必要です。先に接続先で切り替え制御を停止し、ポートを閉じてください。`,
  })
}

/** Hangs up and closes both ports of a bench elsewhere; one of this program does so as it ends. */
export async function letGo({ call, where }: WholeBench): Promise<void> {
  if (where === undefined) return
  await call('failover.stop')
  const ended = (['a', 'b'] as const).map(async (slot) => {
    await call('connect.end', { slot })
    await call('port.close', { slot })
  })
  await Promise.all(ended)
}
