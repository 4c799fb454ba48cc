import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { logPieceBytes, type CallError, type LogRow, type OpenedLog } from '@contract'
import { client } from '../api/client'
import { base64Of } from '../components/base64'
import { errorOf, useNotices } from './notices'

export interface RefusedLog {
  readonly name: string
  readonly error: CallError
}

/** Log files that are open to be read. */
export const useOpened = defineStore('opened', () => {
  const logs = shallowRef<readonly OpenedLog[]>([])
  /** The one the log view shows; null for the live log. */
  const shown = ref<string | null>(null)
  const log = computed(() => logs.value.find(({ id }) => id === shown.value))
  const reading = ref('')
  /** Files that could not be opened, until somebody has read why. */
  const refused = shallowRef<readonly RefusedLog[]>([])

  /** Shown from its first rows on. Undefined: it was closed, or refused, and `refused` says why. */
  async function open(file: File): Promise<OpenedLog | undefined> {
    reading.value = file.name
    refused.value = refused.value.filter(({ name }) => name !== file.name)
    let begun: OpenedLog | undefined
    try {
      for await (const read of sent(file)) {
        if (!begun) {
          logs.value = [...logs.value, read]
          shown.value = read.id
        } else if (logs.value.some(({ id }) => id === read.id))
          logs.value = logs.value.map((one) => (one.id === read.id ? read : one))
        else return undefined
        begun = read
      }
      return begun
    } catch (reason) {
      // Somebody closed it, or the rest of it cannot be read.
      if (begun && !closed(begun)) return undefined
      refused.value = [...refused.value, { name: file.name, error: errorOf(reason) }].slice(-4)
      return undefined
    } finally {
      reading.value = ''
    }
  }
  /** One line that was sent and one that was received, of a log that was not read: the rest is learned from them. */
  const example = ref<{ readonly sent?: LogRow; readonly received?: LogRow }>({})
  watch(shown, () => (example.value = {}))
  async function mark(way: 'sent' | 'received', row: LogRow): Promise<void> {
    example.value = { ...example.value, [way]: row }
    const { sent, received } = example.value
    const id = shown.value
    if (!sent || !received || id === null) return
    example.value = {}
    const asked = { id, sent: sent.id, received: received.id }
    const learned = await useNotices().watch(client().call('log.learn', asked))
    if (!learned) return
    logs.value = logs.value.map((one) => (one.id === id ? learned : one))
    shown.value = learned.id
  }
  function unmark(): void {
    example.value = {}
  }
  /** Takes the log away; false where somebody did so before. */
  function closed({ id }: OpenedLog): boolean {
    const there = logs.value.some((log) => log.id === id)
    logs.value = logs.value.filter((log) => log.id !== id)
    if (shown.value === id) shown.value = null
    return there
  }
  function forget(name: string): void {
    refused.value = refused.value.filter((one) => one.name !== name)
  }
  async function openAll(files: Iterable<File>): Promise<boolean> {
    let any = false
    for (const file of files) any = (await open(file)) !== undefined || any
    return any
  }
  async function drop(id: string): Promise<void> {
    logs.value = logs.value.filter((log) => log.id !== id)
    if (shown.value === id) shown.value = null
    await useNotices().watch(client().call('log.drop', { id }))
  }
  return {
    logs,
    shown,
    log,
    reading,
    refused,
    example,
    open,
    openAll,
    mark,
    unmark,
    forget,
    drop,
  }
})

/** The first rows are to be seen at once: they need not wait for a whole piece. */
const firstPieceBytes = logPieceBytes / 4

/**
 * In pieces, since one call holds only so much; nothing is sent of a file the host refuses. Tells what is known of it from its
 * first row on, the whole of it at last.
 */
async function* sent(file: File): AsyncGenerator<OpenedLog> {
  const { id } = await client().call('log.open', { name: file.name, bytes: file.size })
  for (let at = 0, end = firstPieceBytes; ; at = end, end += logPieceBytes) {
    const octets = new Uint8Array(await file.slice(at, end).arrayBuffer())
    const last = end >= file.size
    const log = await client().call('log.feed', { id, base64: base64Of(octets), last })
    if (log) yield log
    if (last && !log) throw new Error(`${file.name} was not taken.`)
    if (last) return
  }
}
