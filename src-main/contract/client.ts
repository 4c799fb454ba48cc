import type {
  AnyEvent,
  CallError,
  CallName,
  EventName,
  Events,
  Input,
  Output,
  Reply,
} from './contract'

/** How calls and events travel: the preload bridge in the window, a WebSocket in a browser. */
export interface Transport {
  call(name: string, input: unknown): Promise<Reply<unknown>>
  /** Returns the way to stop listening. */
  onEvent(listener: (event: AnyEvent) => void): () => void
}

/** What a failed call throws in the window. */
export class CallFailed extends Error {
  readonly error: CallError
  constructor(error: CallError) {
    super(error.detail || error.meaning.en)
    this.name = 'CallFailed'
    this.error = error
  }
}

export interface Client {
  call<N extends CallName>(
    name: N,
    ...input: undefined extends Input<N> ? [input?: Input<N>] : [input: Input<N>]
  ): Promise<Output<N>>
  on<N extends EventName>(name: N, listener: (value: Events[N]) => void): () => void
}

/** The one typed client over any transport. */
export function clientOf(transport: Transport): Client {
  return {
    async call(name, ...input) {
      const reply = await transport.call(name, input[0])
      if (!reply.ok) throw new CallFailed(reply.error)
      // The reply's type is the table's: the other side was compiled against the same table.
      return reply.value as never
    },
    on(name, listener) {
      return transport.onEvent((event) => {
        if (event.name === name) listener(event.value as never)
      })
    },
  }
}
