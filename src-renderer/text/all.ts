import * as alerts from './pages/alerts'
import * as benches from './pages/benches'
import * as bench from './pages/bench'
import * as board from './pages/board'
import * as boardTest from './pages/board-test'
import * as commands from './pages/commands'
import * as connect from './pages/connect'
import * as failover from './pages/failover'
import * as link from './pages/link'
import * as log from './pages/log'
import * as messages from './pages/messages'
import * as position from './pages/position'
import * as radio from './pages/radio'
import * as raw from './pages/raw'
import * as settings from './pages/settings'
import * as shell from './pages/shell'
import * as signal from './pages/signal'
import * as sim from './pages/sim'
import * as soak from './pages/soak'
import * as sockets from './pages/sockets'

/** Every sentence of the window, a file a page; what comes from the host is bilingual already. */
export const en = {
  ...alerts.en,
  ...bench.en,
  ...benches.en,
  ...board.en,
  ...boardTest.en,
  ...commands.en,
  ...connect.en,
  ...failover.en,
  ...link.en,
  ...log.en,
  ...messages.en,
  ...position.en,
  ...radio.en,
  ...raw.en,
  ...settings.en,
  ...shell.en,
  ...signal.en,
  ...sim.en,
  ...soak.en,
  ...sockets.en,
}

export const ja = {
  ...alerts.ja,
  ...bench.ja,
  ...benches.ja,
  ...board.ja,
  ...boardTest.ja,
  ...commands.ja,
  ...connect.ja,
  ...failover.ja,
  ...link.ja,
  ...log.ja,
  ...messages.ja,
  ...position.ja,
  ...radio.ja,
  ...raw.ja,
  ...settings.ja,
  ...shell.ja,
  ...signal.ja,
  ...sim.ja,
  ...soak.ja,
  ...sockets.ja,
}
