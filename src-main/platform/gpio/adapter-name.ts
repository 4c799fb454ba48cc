import { Fault } from '@core/fault'
import type { Words } from '@core/words'
import { nameExpected } from './words'

export const adapterKinds = [
  'gpiod',
  'cp2112',
  'mcp2221',
  'usbrelay',
  'lcus',
  'numato',
  'serial',
  'micropython',
  'sim',
] as const
export type AdapterKind = (typeof adapterKinds)[number]

/** What stands behind the colon: a chip, a serial number, a path. */
export interface AdapterName {
  readonly kind: AdapterKind
  readonly rest: string
}

/** What has to follow the colon; absent where nothing has to. */
const needs: { readonly [kind in AdapterKind]?: Words } = {
  lcus: {
    en: 'the path of its serial port, such as lcus:/dev/ttyUSB0',
    ja: 'シリアルポートのパス（例：lcus:/dev/ttyUSB0）',
  },
  numato: {
    en: 'the path of its serial port, such as numato:/dev/ttyACM0',
    ja: 'シリアルポートのパス（例：numato:/dev/ttyACM0）',
  },
  serial: {
    en: 'the path of a second serial port, such as serial:/dev/ttyUSB1',
    ja: '2 つ目のシリアルポートのパス（例：serial:/dev/ttyUSB1）',
  },
  micropython: {
    en: 'the path of the board, such as micropython:/dev/ttyACM0',
    ja: 'ボードのパス（例：micropython:/dev/ttyACM0）',
  },
  sim: {
    en: 'the name of a simulated modem, such as sim:sim7672',
    ja: '模擬モデム名（例：sim:sim7672）',
  },
}

/** Takes `kind` or `kind:rest` apart; throws `Fault('adapter-name')` saying what was expected. */
export function parseAdapterName(name: string): AdapterName {
  const at = name.indexOf(':')
  const typed = (at < 0 ? name : name.slice(0, at)).toLowerCase()
  const rest = at < 0 ? '' : name.slice(at + 1)
  const kind = adapterKinds.find((one) => one === typed)
  if (!kind)
    throw new Fault('adapter-name', {
      en: `"${name}": there is no kind "${typed}"; there are ${adapterKinds.join(', ')}.`,
      ja: `「${name}」：種別「${typed}」はありません。使用できる種別：${adapterKinds.join(', ')}。`,
    })
  const needed = needs[kind]
  if (needed && rest === '') throw new Fault('adapter-name', nameExpected(name, needed))
  return { kind, rest }
}
