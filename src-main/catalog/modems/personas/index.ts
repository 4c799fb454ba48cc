import type { Persona } from '@core/simulator/persona'
import { bg95 } from './bg95'
import { ec25, eg25 } from './ec25'
import { generic } from './generic'
import { sim5320, sim5320je } from './sim5320'
import { sim7600 } from './sim7600'
import { sim7672 } from './sim7672'

/** Every modem the simulator can play, the most used first. */
export const personas: readonly Persona[] = [
  sim7672,
  sim5320,
  sim5320je,
  sim7600,
  ec25,
  eg25,
  bg95,
  generic,
]
