import type { Target } from '../target'
import { boardTargets } from './boards'
import { cardTargets } from './card'
import { fileTargets } from './files'
import { frameTargets } from './frames'
import { logTargets } from './logs'
import { machineTargets } from './machines'
import { networkTargets } from './network'
import { positionTargets } from './position'
import { toolTargets } from './tools'
import { webTargets } from './web'

/** Every reader of octets from outside, and the machines that they drive. */
export const targets: readonly Target[] = [
  ...logTargets,
  ...frameTargets,
  ...networkTargets,
  ...fileTargets,
  ...boardTargets,
  ...cardTargets,
  ...positionTargets,
  ...machineTargets,
  ...toolTargets,
  ...webTargets,
]
