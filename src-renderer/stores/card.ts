import { defineStore } from 'pinia'
import { ref, shallowReactive, shallowRef } from 'vue'
import type { CallError, CardContents, Input, SlotName } from '@contract'
import { client } from '../api/client'
import { errorOf } from './notices'

type PinCall = 'card.enterPin' | 'card.askPin' | 'card.changePin'

/** The SIM of the slot that is looked at, and what its forbidden networks were before they were cleared here. */
export const useCard = defineStore('card', () => {
  const contents = shallowRef<CardContents | null>(null)
  const error = shallowRef<CallError | null>(null)
  const busy = ref(false)
  let turn = 0
  /** By the card: a list goes back only to the one it is from. */
  const kept = shallowReactive(new Map<string, string>())

  const cardOf = (card: CardContents | null): string =>
    card?.files.find(({ name }) => name === 'iccid')?.hex ?? ''
  const keptList = (): string | undefined => kept.get(cardOf(contents.value))

  /** Whether it went well; why not is in `error`. */
  async function tried(work: () => Promise<void>): Promise<boolean> {
    busy.value = true
    error.value = null
    try {
      await work()
      return true
    } catch (reason) {
      error.value = errorOf(reason)
      return false
    } finally {
      busy.value = false
    }
  }
  function forget(): void {
    contents.value = null
    error.value = null
    turn++
  }
  function read(slot: SlotName): Promise<boolean> {
    contents.value = null
    const mine = ++turn
    return tried(async () => {
      const card = await client().call('card.read', { slot })
      // Another slot may be looked at by now.
      if (mine === turn) contents.value = card
    })
  }
  /** Reads anew when it was refused, too: a try may be gone. */
  async function pin<N extends PinCall>(name: N, input: Input<N>): Promise<boolean> {
    const done = await tried(async () => {
      contents.value = (await client().call(name, input)) as CardContents
    })
    if (!done) {
      const why = error.value
      await tried(async () => {
        contents.value = await client().call('card.read', { slot: input.slot })
      })
      error.value = why
    }
    return done
  }
  function clearForbidden(slot: SlotName): Promise<boolean> {
    return tried(async () => {
      const { before } = await client().call('card.clearForbidden', { slot })
      contents.value = await client().call('card.read', { slot })
      kept.set(cardOf(contents.value), before)
    })
  }
  function restoreForbidden(slot: SlotName): Promise<boolean> {
    return tried(async () => {
      // The card may have been changed since it was read.
      contents.value = await client().call('card.read', { slot })
      const hex = keptList()
      if (hex === undefined) return
      await client().call('card.restoreForbidden', { slot, hex })
      kept.delete(cardOf(contents.value))
      contents.value = await client().call('card.read', { slot })
    })
  }
  return {
    contents,
    error,
    busy,
    kept,
    keptList,
    forget,
    read,
    pin,
    clearForbidden,
    restoreForbidden,
  }
})
