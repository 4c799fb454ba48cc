import './api/no-eval'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { bridgeTransport } from './api/bridge'
import { SocketTransport, socketUrl, takeToken } from './api/socket'
import { paceFrames } from './stores/frame'
import { useLog } from './stores/log'
import { useNotices } from './stores/notices'
import { useShell } from './stores/shell'
import { listenTo } from './stores/start'
import { i18n, t } from './text'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'

const app = createApp(App)
app.use(createPinia())
app.use(i18n)
app.config.errorHandler = (reason) => useNotices().failed(reason)
window.addEventListener('unhandledrejection', (event) => useNotices().failed(event.reason))

paceFrames()

async function run(): Promise<void> {
  const bridge = bridgeTransport()
  if (bridge) return listenTo(bridge)()

  const socket = new SocketTransport(socketUrl(takeToken()))
  const load = listenTo(socket)
  const shell = useShell()
  let wasDown = false
  socket.onStatus(({ up }) => {
    shell.hostUp = up
    if (!up) useLog().cut()
    if (up && wasDown) void useNotices().watch(load())
    wasDown = !up
  })
  // A first attempt that fails shows in the banner and is made again when the host answers.
  await load().catch((reason: unknown) => {
    if (shell.hostUp) throw reason
  })
}

void useNotices().watch(run())
app.mount('#app')
// The desktop window loads itself again with this when it had stopped.
if (window.location.hash === '#stopped') {
  window.history.replaceState(null, '', window.location.pathname)
  useNotices().warn(t('app.stopped'))
}
