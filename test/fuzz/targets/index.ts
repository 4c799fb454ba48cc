import type { Target } from '../target'
import { fileTargets } from './files'
import { frameTargets } from './frames'
import { logTargets } from './logs'
import { machineTargets } from './machines'
import { webTargets } from './web'

/** Every reader of octets from outside, and the machines that they drive. */
export const targets: readonly Target[] = [
  ...logTargets,
  ...frameTargets,
  ...fileTargets,
  ...machineTargets,
  ...webTargets,
]
