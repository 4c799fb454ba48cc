import { useShell } from '../../stores/shell'

/** Shows an instant in the log. */
export function toLog(monoUs: number): void {
  const shell = useShell()
  shell.logTarget = { monoUs }
  shell.show('log')
}
