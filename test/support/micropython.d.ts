declare module '@micropython/micropython-webassembly-pyscript/micropython.mjs' {
  export function loadMicroPython(options: {
    heapsize?: number
    linebuffer?: boolean
    stdout?: (bytes: Uint8Array) => void
  }): Promise<{
    registerJsModule(name: string, module: object): void
    replInit(): void
    replProcessChar(octet: number): number
    runPython(code: string): unknown
    readonly FS: { writeFile(path: string, text: string): void }
    readonly globals: { get(name: string): { step(): boolean; readonly running: boolean } }
  }>
}
