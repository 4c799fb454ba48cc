import type { Behaviour } from '../../behaviour'
import type { QuectelCommands } from '../../persona'
import { quectelCellLock } from './cell-lock'
import { quectelCells } from './cells'
import { quectelFiles } from './files'
import { quectelIdentity } from './identity'
import { quectelMqtt } from './mqtt'
import { quectelNr } from './nr'
import { quectelPosition } from './position'
import { quectelPowerSaving } from './power-saving'
import { quectelSettings } from './settings'
import { quectelSockets } from './sockets'
import { quectelTls } from './tls'
import { quectelWeb } from './web'

/** Commands of Quectel's own, as the firmware of a module has them. */
export const quectel = (own: QuectelCommands): readonly Behaviour[] => [
  quectelCells(own),
  quectelFiles,
  quectelIdentity(own),
  quectelMqtt,
  quectelPosition,
  quectelSettings(own),
  quectelSockets,
  quectelTls,
  quectelWeb,
  ...(own.lte === 'eMTC'
    ? [quectelPowerSaving]
    : [quectelCellLock(own.nr ? 'common/4g' : 'common/lte')]),
  ...(own.nr ? [quectelNr(own.nr)] : []),
]
