/** Where a busy thread stands, by V8's sampling profiler: it needs nothing of the thread itself. */
import { type NodeWorker, type Profiler, Session } from 'node:inspector/promises'

const sampling = 50

/** Indices of the WebAssembly functions on the stack that was seen most often, the innermost first. */
export async function sampleStack(thread: number): Promise<readonly number[]> {
  const session = new Session()
  session.connect()
  try {
    const ask = await attached(session, thread)
    await ask('Profiler.enable')
    await ask('Profiler.start')
    await new Promise((resolve) => setTimeout(resolve, sampling))
    const { profile } = (await ask('Profiler.stop')) as Profiler.StopReturnType
    return hottestStack(profile)
  } finally {
    session.disconnect()
  }
}

/** A way to ask the thread's own inspector. */
async function attached(session: Session, thread: number): Promise<(method: string) => Promise<unknown>> {
  const waiting = new Map<number, (result: unknown) => void>()
  const answered = ({ params }: { params: NodeWorker.ReceivedMessageFromWorkerEventDataType }) => {
    const { id, result } = JSON.parse(params.message) as { readonly id: number; readonly result: unknown }
    waiting.get(id)?.(result)
  }
  const sessionId = new Promise<string>((resolve) => {
    session.on('NodeWorker.attachedToWorker', ({ params }) => {
      if (params.workerInfo.workerId === String(thread)) resolve(params.sessionId)
    })
  })
  session.on('NodeWorker.receivedMessageFromWorker', answered)
  await session.post('NodeWorker.enable', { waitForDebuggerOnStart: false })
  const known = await sessionId
  return (method) =>
    new Promise((resolve) => {
      const id = waiting.size + 1
      waiting.set(id, resolve)
      const message = JSON.stringify({ id, method })
      void session.post('NodeWorker.sendMessageToWorker', { sessionId: known, message })
    })
}

function hottestStack({ nodes }: Profiler.Profile): readonly number[] {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const hits = ({ hitCount = 0 }: Profiler.ProfileNode) => hitCount
  let node = nodes.filter((each) => functionIndex(each) !== undefined).sort((a, b) => hits(b) - hits(a))[0]
  const stack: number[] = []
  while (node !== undefined) {
    const index = functionIndex(node)
    if (index !== undefined) stack.push(index)
    node = byId.get(parents.get(node.id) ?? -1)
  }
  return stack
}

function functionIndex({ callFrame }: Profiler.ProfileNode): number | undefined {
  const index = /^wasm-function\[(\d+)\]$/.exec(callFrame.functionName)?.[1]
  return index === undefined ? undefined : Number(index)
}
