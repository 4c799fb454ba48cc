import { defineStore } from 'pinia'
import { shallowReactive, shallowRef } from 'vue'
import type { CardContents, Input, SlotName } from '@contract'
import { client } from '../api/client'
import { useAsking } from './asking'

type PinCall = 'card.enterPin' | 'card.askPin' | 'card.changePin'

/** The SIM of the slot that is looked at, and what its forbidden networks were before they were cleared here. */
export const useCard = defineStore('card', () => {
  const contents = shallowRef<CardContents | null>(null)
  const { error, busy, leave, asked } = useAsking()
  /** By the card: a list goes back only to the one it is from. */
  const kept = shallowReactive(new Map<string, string>())

  const cardOf = (card: CardContents | null): string =>
    card?.files.find(({ name }) => name === 'iccid')?.hex ?? ''
  const keptList = (): string | undefined => kept.get(cardOf(contents.value))

  /** Shows what the card is after this; whether it went well, and if not, why is in `error`. */
  async function tried(work: () => Promise<CardContents>): Promise<boolean> {
    const card = await asked(work)
    if (card) contents.value = card
    return card !== undefined
  }
  function forget(): void {
    contents.value = null
    leave()
  }
  const readOf = (slot: SlotName) => client().call('card.read', { slot })
  function read(slot: SlotName): Promise<boolean> {
    forget()
    return tried(() => readOf(slot))
  }
  /** Reads anew when it was refused, too: a try may be gone. */
  async function pin<N extends PinCall>(name: N, input: Input<N>): Promise<boolean> {
    const done = await tried(async () => (await client().call(name, input)) as CardContents)
    if (!done) {
      const why = error.value
      await tried(() => readOf(input.slot))
      error.value = why
    }
    return done
  }
  function clearForbidden(slot: SlotName): Promise<boolean> {
    return tried(async () => {
      const { before } = await client().call('card.clearForbidden', { slot })
      const card = await readOf(slot)
      kept.set(cardOf(card), before)
      return card
    })
  }
  function restoreForbidden(slot: SlotName): Promise<boolean> {
    return tried(async () => {
      // The card may have been changed since it was read.
      const card = await readOf(slot)
      const hex = kept.get(cardOf(card))
      if (hex === undefined) return card
      await client().call('card.restoreForbidden', { slot, hex })
      kept.delete(cardOf(card))
      return readOf(slot)
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
