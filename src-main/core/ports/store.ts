/** Small named texts that outlive the process: settings, a failover's state. A write is whole or not at all. */
export interface Store {
  read(name: string): Promise<string | undefined>
  write(name: string, text: string): Promise<void>
}
