import { z } from 'zod'
import type { Leftover, Restored } from '@core/modem/leftovers'
import type { ProbeResult } from '@core/modem/probed'
import type { MmState } from '@core/ports/modem-manager'
import { call } from './call'
import { portPath, slotName } from './schema'

const ofPath = z.object({ path: portPath })
const ofSlot = z.object({ slot: slotName })

/** Calls for living with the operating system, and with what an earlier program left. */
export const careCalls = {
  /** Whether ModemManager drives the modem of a port, and the rule that keeps it off for good. */
  'mm.look': call<MmState>()(ofPath),
  /** Takes the modem for as long as this program has the port; released when it closes or ends. */
  'mm.take': call<MmState>()(ofPath),
  /** Gives the modem back to ModemManager. */
  'mm.release': call<MmState>()(ofPath),
  /** Settings that an earlier program left and that a bench does not expect. */
  'modem.leftovers': call<readonly Leftover[]>()(ofSlot),
  /** Puts them back; how each went. */
  'modem.restore': call<readonly Restored[]>()(ofSlot),
  /** Which ports are for AT, tried one after the other; all of this computer's when none is named. */
  'ports.probe': call<readonly ProbeResult[]>()(
    z.object({
      paths: z.array(portPath).max(32).optional(),
      /** Look for the speed at which AT is answered without noise; what came at each is in `speeds`. */
      baudSearch: z.boolean().optional(),
      /** Keep what is said on them in the journal, among what passes in this slot. */
      slot: slotName.optional(),
    }),
  ),
  /** Ends the probing that is under way. */
  'ports.stopProbe': call<void>()(z.undefined()),
} as const
