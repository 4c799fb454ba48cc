import {
  Cable,
  CardSim,
  Globe,
  Layers,
  Link2,
  MapPin,
  Power,
  RadioTower,
  type LucideIcon,
} from '@lucide/vue'
import type { RungId, StepId } from '@contract'

export const rungIcons: { readonly [id in RungId]: LucideIcon } = {
  power: Power,
  port: Cable,
  sim: CardSim,
  network: RadioTower,
  context: Layers,
  ppp: Link2,
  ip: MapPin,
  internet: Globe,
}

/** The rung on which a step of a connection works: where its verdict opens. */
export const rungOfStep: { readonly [id in StepId]: RungId } = {
  power: 'power',
  port: 'port',
  mode: 'port',
  setup: 'port',
  identity: 'port',
  sim: 'sim',
  stored: 'context',
  configure: 'context',
  radio: 'network',
  registration: 'network',
  signal: 'network',
  dial: 'context',
  ppp: 'ppp',
  address: 'ip',
  dns: 'internet',
  ping: 'internet',
  http: 'internet',
}
