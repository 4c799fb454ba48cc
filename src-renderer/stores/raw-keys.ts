import { defineStore } from 'pinia'
import { reactive, shallowReactive } from 'vue'
import type { CallError, SlotName } from '@contract'
import { client } from '../api/client'
import { base64Of } from '../components/base64'
import { concatOctets, type LineEnd } from '../views/terminal/raw-octets'
import { keepJson, keptJson } from './kept'
import { errorOf } from './notices'

/** How the raw view types, as the person set it. */
export interface RawTyping {
  lineEnd: LineEnd
  /** What is sent is shown, too; a modem that echoes shows it by itself. */
  showSent: boolean
  /** Octets a second of a paste; 0: as fast as the port takes them. */
  perSecond: number
  linePauseMs: number
}

const storeKey = 'raw-typing'
const usual: RawTyping = { lineEnd: 'cr', showSent: false, perSecond: 0, linePauseMs: 100 }

function keptTyping(): RawTyping {
  const kept = keptJson(storeKey) as Partial<Record<keyof RawTyping, unknown>> | null | undefined
  const { lineEnd, showSent, perSecond, linePauseMs } = kept ?? {}
  return {
    lineEnd: lineEnd === 'lf' || lineEnd === 'crlf' || lineEnd === 'none' ? lineEnd : usual.lineEnd,
    showSent: typeof showSent === 'boolean' ? showSent : usual.showSent,
    perSecond: typeof perSecond === 'number' ? perSecond : usual.perSecond,
    linePauseMs: typeof linePauseMs === 'number' ? linePauseMs : usual.linePauseMs,
  }
}

/** Keys and pastes of the raw view on their way to the port. */
export const useRawKeys = defineStore('raw-keys', () => {
  const typing = reactive(keptTyping())
  const problems = shallowReactive<Record<SlotName, CallError | null>>({ a: null, b: null })
  /** A paste that goes out at its pace. */
  const sending = reactive<Record<SlotName, boolean>>({ a: false, b: false })
  const waiting: Record<SlotName, Uint8Array[]> = { a: [], b: [] }
  const under: Record<SlotName, boolean> = { a: false, b: false }

  const keep = () => keepJson(storeKey, typing)

  async function tried(slot: SlotName, call: Promise<void>): Promise<boolean> {
    try {
      await call
      problems[slot] = null
      return true
    } catch (reason) {
      const error = errorOf(reason)
      // A person stopped it.
      if (error.code !== 'at-cancelled') problems[slot] = error
      return false
    }
  }

  /** Keys go out in their order; those typed while others are on their way go together. */
  async function type(slot: SlotName, octets: Uint8Array): Promise<void> {
    if (octets.length === 0) return
    waiting[slot].push(octets)
    if (under[slot]) return
    under[slot] = true
    while (waiting[slot].length > 0) {
      const base64 = base64Of(concatOctets(waiting[slot].splice(0)))
      // What was typed behind a refusal would go out torn.
      if (!(await tried(slot, client().call('raw.write', { slot, base64 })))) waiting[slot] = []
    }
    under[slot] = false
  }

  async function paste(slot: SlotName, octets: Uint8Array): Promise<void> {
    if (octets.length === 0) return
    keep()
    const { perSecond, linePauseMs } = typing
    const pace = { linePauseMs, ...(perSecond > 0 ? { octetsPerSecond: perSecond } : {}) }
    sending[slot] = true
    await tried(slot, client().call('raw.write', { slot, base64: base64Of(octets), ...pace }))
    sending[slot] = false
  }
  const stop = (slot: SlotName) => tried(slot, client().call('raw.stop', { slot }))
  const sendBreak = (slot: SlotName) => tried(slot, client().call('raw.break', { slot }))

  return { typing, problems, sending, keep, type, paste, stop, sendBreak }
})
