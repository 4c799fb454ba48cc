import { Notification } from 'electron'
import type { Bench } from '@bench/bench'
import { languageOf } from './words'

/** Shows a notice of the system for each alert that asks for one; a click on it shows the window. */
export function showAlerts(bench: Bench, show: () => void): void {
  bench.onEvent((event) => {
    if (event.name !== 'alert' || !event.value.notice || !Notification.isSupported()) return
    const { slot, words } = event.value
    const note = new Notification({
      title: `Modem Bench – ${slot.toUpperCase()}`,
      body: words[languageOf(bench)],
    })
    note.on('click', show)
    note.show()
  })
}
