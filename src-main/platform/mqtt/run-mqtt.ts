import type { Chance } from '@core/ports/chance'
import type { Clock } from '@core/ports/clock'
import type { RunMqtt } from '@core/ports/mqtt'
import { Trip } from './trip'

/** MQTT by mqtt.js over streams of ours. */
export function mqttBy(clock: Clock, chance: Chance): RunMqtt {
  return (open, options) =>
    new Trip(clock, `modem-bench ${Math.floor(chance.next() * 1e9)}`, open, options).result()
}
