import { contextBridge, ipcRenderer } from 'electron'

/** All a page can do: ask one checked question, and listen. */
contextBridge.exposeInMainWorld('modemBench', {
  call: (name: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke('bench', name, input),
  onEvent(listener: (event: unknown) => void): () => void {
    const hear = (_event: unknown, event: unknown) => listener(event)
    ipcRenderer.on('bench-event', hear)
    return () => ipcRenderer.removeListener('bench-event', hear)
  },
})
