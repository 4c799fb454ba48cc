import { contextBridge, ipcRenderer } from 'electron'

/** All a page can do: ask one checked question, and listen. */
contextBridge.exposeInMainWorld('modemBench', {
  call: (name: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke('bench', name, input),
  onEvents(listener: (events: readonly unknown[]) => void): () => void {
    const hear = (_event: unknown, events: readonly unknown[]) => listener(events)
    ipcRenderer.on('bench-events', hear)
    return () => ipcRenderer.removeListener('bench-events', hear)
  },
})
