import type { Persona } from '@core/simulator/persona'
import { a7672 } from './a7672'
import { bg95 } from './bg95'
import { ec25, eg25 } from './ec25'
import { generic } from './generic'
import { le910 } from './le910'
import { laraR6 } from './lara-r6'
import { nrf91 } from './nrf91'
import { rm520n } from './rm520n'
import { saraR4 } from './sara-r4'
import { sim5320, sim5320je } from './sim5320'
import { sim7070 } from './sim7070'
import { sim7600 } from './sim7600'
import { sim7672 } from './sim7672'

/** Every modem the simulator can play, the most used first. */
export const personas: readonly Persona[] = [
  sim7672,
  sim5320,
  sim5320je,
  sim7600,
  a7672,
  sim7070,
  ec25,
  eg25,
  bg95,
  rm520n,
  saraR4,
  laraR6,
  le910,
  nrf91,
  generic,
]
