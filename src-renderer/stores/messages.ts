import { defineStore } from 'pinia'
import { shallowReactive, watch } from 'vue'
import type { CallError, Input, MessageBox, SlotName } from '@contract'
import { client } from '../api/client'
import { useModems } from './modems'
import { errorOf } from './notices'

const slots = ['a', 'b'] as const

/** The messages of both slots, as they were read last. Read when the page is looked at, and again when some have come. */
export const useMessages = defineStore('messages', () => {
  const modems = useModems()
  const boxes = shallowReactive<Record<SlotName, MessageBox | null>>({ a: null, b: null })
  const errors = shallowReactive<Record<SlotName, CallError | null>>({ a: null, b: null })
  const reading = shallowReactive<Record<SlotName, boolean>>({ a: false, b: false })
  const again: Record<SlotName, boolean> = { a: false, b: false }

  /** What comes while it is read is read behind it. */
  async function read(slot: SlotName): Promise<void> {
    if (reading[slot]) {
      again[slot] = true
      return
    }
    reading[slot] = true
    errors[slot] = null
    try {
      do {
        again[slot] = false
        boxes[slot] = await client().call('messages.list', { slot })
      } while (again[slot])
    } catch (reason) {
      fail(slot, reason)
    } finally {
      reading[slot] = false
    }
  }

  /** Whether it went out; why not is in `errors`. */
  async function send(
    slot: SlotName,
    message: Input<'messages.send'>['message'],
  ): Promise<boolean> {
    errors[slot] = null
    try {
      await client().call('messages.send', { slot, message })
      return true
    } catch (reason) {
      fail(slot, reason)
      return false
    }
  }
  async function remove(slot: SlotName, ids: readonly string[]): Promise<void> {
    errors[slot] = null
    try {
      await client().call('messages.delete', { slot, ids: [...ids] })
    } catch (reason) {
      fail(slot, reason)
    }
  }
  async function seen(slot: SlotName, ids: readonly string[]): Promise<void> {
    const box = boxes[slot]
    if (!box || ids.length === 0) return
    await client().call('messages.seen', { slot, ids: [...ids] })
    const messages = box.messages.map((one) =>
      ids.includes(one.id) ? { ...one, unread: false } : one,
    )
    if (boxes[slot] === box) boxes[slot] = { ...box, messages }
  }
  /** Who cancels knows that it was cancelled. */
  function fail(slot: SlotName, reason: unknown): void {
    const error = errorOf(reason)
    errors[slot] = error.code === 'at-cancelled' ? null : error
  }

  for (const slot of slots) {
    watch(
      () => modems.slots[slot].messages.count,
      () => {
        if (boxes[slot] && modems.slots[slot].port?.state === 'open') void read(slot)
      },
    )
    watch(
      () => modems.slots[slot].port?.path,
      () => {
        boxes[slot] = null
        errors[slot] = null
      },
    )
  }
  return { boxes, errors, reading, read, send, remove, seen }
})
