import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { BenchConfig, ConfigMistake, ReadConfig, SlotName } from '@contract'
import { client } from '../api/client'
import type { Change, Path } from './config-change'
import { slotChanges } from './failover-slots'
import { useNotices } from './notices'
import { useSettings } from './settings'

const readAfterMs = 200
const keepAfterMs = 600

/** What stands at a path of a configuration as it is written. */
export function valueAt(values: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    values,
  )
}

/** The same values with one changed; what is above it is made where it is missing. */
export function withValue(values: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  const inner = withValue(valueAt(values, [key]), rest, value)
  if (typeof key === 'number' || Array.isArray(values)) {
    const list: unknown[] = Array.isArray(values) ? [...values] : []
    list[Number(key)] = inner
    return list
  }
  return { ...(typeof values === 'object' ? values : {}), [key]: inner }
}

/**
 * The configuration of failover and soak: one text, which the form and the editor both change. The host reads it, so that
 * a file means the same here and on the command line; it is kept with the settings.
 */
export const useFailoverConfig = defineStore('failover-config', () => {
  const text = ref('')
  const values = shallowRef<unknown>(null)
  const config = shallowRef<BenchConfig | null>(null)
  const mistakes = shallowRef<readonly ConfigMistake[]>([])
  /** The text is no YAML: a form cannot show it. */
  const broken = computed(() => values.value === null && text.value.trim() !== '')
  let pending: Change[] = []
  let writing: Promise<void> | undefined
  let reading: number | undefined
  let keeping: number | undefined

  function take(read: ReadConfig): void {
    values.value = read.values
    config.value = read.config
    mistakes.value = read.mistakes
  }
  function keep(): void {
    window.clearTimeout(keeping)
    keeping = window.setTimeout(() => {
      if (useSettings().values.failover !== text.value)
        void useSettings().change({ failover: text.value })
    }, keepAfterMs)
  }

  async function read(): Promise<void> {
    window.clearTimeout(reading)
    const asked = text.value
    const found = await useNotices().watch(client().call('failover.read', { text: asked }))
    // Whoever typed on has asked anew.
    if (found && asked === text.value && !writing) take(found)
  }
  /** The text as it is typed; it is read when the typing pauses. */
  function type(now: string): void {
    text.value = now
    window.clearTimeout(reading)
    reading = window.setTimeout(() => void read(), readAfterMs)
    keep()
  }
  async function replace(now: string): Promise<void> {
    text.value = now
    keep()
    await read()
  }

  /** Shows at once what is typed in the form; the text follows, one write at a time. */
  async function set(...changes: readonly Change[]): Promise<void> {
    for (const { path, value } of changes) values.value = withValue(values.value, path, value)
    pending.push(...changes)
    writing ??= write().finally(() => (writing = undefined))
    await writing
  }
  async function write(): Promise<void> {
    while (pending.length > 0) {
      const changes = pending.map(({ path, value }) => ({ path: [...path], value: value ?? null }))
      pending = []
      const call = client().call('failover.write', { text: text.value, changes })
      const written = await useNotices().watch(call)
      if (!written) continue
      text.value = written.text
      if (pending.length === 0) take(written)
    }
    keep()
  }

  /** Ports and profiles as the slots have them now. */
  async function fromSlots(): Promise<void> {
    await set(...(['a', 'b'] as const).flatMap((slot: SlotName) => slotChanges(slot)))
  }
  /** What was edited last, or a beginning made of what the slots have open. */
  async function begin(): Promise<void> {
    if (text.value !== '') return
    const kept = useSettings().values.failover
    if (kept !== '') return replace(kept)
    await set(
      { path: ['name'], value: 'failover' },
      { path: ['failover', 'mode'], value: 'hot' },
      { path: ['failover', 'main'], value: 'a' },
    )
    await fromSlots()
  }

  const at = (path: Path): unknown => valueAt(values.value, path)
  const mistakeAt = (path: Path): ConfigMistake | undefined =>
    mistakes.value.find(({ place }) => place === path.join('.'))

  return {
    text,
    values,
    config,
    mistakes,
    broken,
    type,
    replace,
    set,
    fromSlots,
    begin,
    at,
    mistakeAt,
  }
})
