import { contextBridge, ipcRenderer } from 'electron'

/**
 * All a page can do: ask one checked question, and listen. Both ways it is JSON, as with the web host: the bridge between the
 * two worlds of a page copies an object value by value, which cost more than the page does with it; a text crosses at once.
 */
contextBridge.exposeInMainWorld('modemBench', {
  call: (name: string, input: string | undefined): Promise<string> =>
    ipcRenderer.invoke('bench', name, input),
  onEvents(listener: (events: string) => void): () => void {
    const hear = (_event: unknown, events: string) => listener(events)
    ipcRenderer.on('bench-events', hear)
    return () => ipcRenderer.removeListener('bench-events', hear)
  },
})
