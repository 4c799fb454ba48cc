// Loaded before the command line on Windows, where one program cannot send another Ctrl-C: the signal comes as a message, and is
// told as Node tells those of the console. A program that does not listen is ended by it.
process.on('message', (signal) => {
  if (!process.emit(signal, signal)) process.exit(1)
})
process.channel?.unref()
