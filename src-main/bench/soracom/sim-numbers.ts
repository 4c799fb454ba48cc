import { modemProfiles } from '@catalog/modems'
import { Fault } from '@core/fault'
import { current } from '@bench/events'
import type { Slot } from '@bench/slot/slot'
import type { SimNumbers } from './seen'

/** The numbers of the SIM in a slot: as they were read, else as the modem says now. Rejects with soracom-no-identity. */
export async function simNumbersOf(slot: Slot): Promise<SimNumbers> {
  const known = numbersIn(slot)
  if (known.iccid !== undefined || known.imsi !== undefined) return known
  const { session } = slot
  if (!session?.open || slot.state.at.through === null) throw new Fault('soracom-no-identity')
  const id = session.memory.profile?.id ?? slot.state.modem?.id
  const iccid = modemProfiles.find((one) => one.id === id)?.iccid ?? 'AT+CCID'
  // The IMSI is told by every modem; one that refuses it may well tell the other.
  for (const command of ['AT+CIMI', iccid]) {
    await session.ask(command, { priority: 'user' }).catch((error: unknown) => {
      if (!(error instanceof Fault)) throw error
    })
    const told = numbersIn(slot)
    if (told.iccid !== undefined || told.imsi !== undefined) return told
  }
  throw new Fault('soracom-no-identity')
}

function numbersIn(slot: Slot): SimNumbers {
  const { facts } = slot.state
  const digits = (key: string) =>
    current(facts, key)
      ?.value.replace(/F+$/i, '')
      .match(/^\d{15,20}$/)?.[0]
  return { iccid: digits('iccid'), imsi: digits('imsi') }
}

/** A number that a person gave: 15 digits are an IMSI. */
export const givenNumber = (sim: string): SimNumbers =>
  sim.length === 15 ? { imsi: sim } : { iccid: sim }
