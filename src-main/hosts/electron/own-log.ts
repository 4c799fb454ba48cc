import { keptDiagnostics } from '../diagnostics'

/** What went wrong in the desktop program, and what of it was said lately. */
export const { log, said } = keptDiagnostics('electron')
