import { cp2112Adapter } from './cp2112'
import { gpiod } from './gpiod'
import { lcusAdapter } from './lcus'
import { mcp2221Adapter } from './mcp2221'
import { micropythonAdapter } from './micropython'
import { numatoAdapter } from './numato'
import { serialAdapter } from './serial'
import { simAdapter } from './sim'
import { usbrelayAdapter } from './usbrelay'

/** The kinds of adapters, in the order in which they are listed. */
export const adapterMembers = [
  gpiod,
  cp2112Adapter,
  mcp2221Adapter,
  usbrelayAdapter,
  numatoAdapter,
  lcusAdapter,
  serialAdapter,
  micropythonAdapter,
  simAdapter,
] as const
export type AdapterKind = (typeof adapterMembers)[number]['kind']
export const adapterKinds: readonly AdapterKind[] = adapterMembers.map(({ kind }) => kind)
