/** What code writes to a stream or a log. */
import { excerpt } from '../../excerpt.ts'
import type { LocalOutput, LoggerUse, Stream } from '../../flow/streams.ts'
import { fieldOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import type { Argument } from '../arguments.ts'
import type { Call } from '../calls.ts'
import { constantOf } from '../constants.ts'
import { termsOf } from '../flow/search.ts'
import { termAt } from '../flow/terms-at.ts'
import { meaningOf } from '../names.ts'
import { type PythonSource, placeOf } from '../source.ts'
import { argumentNode } from './arguments.ts'
import { isErrorLevel, loggerUse } from './loggers.ts'
import { streamOf } from './streams.ts'
import { isInHandler, tellsOfError } from './surroundings.ts'

interface Written {
  readonly stream: Stream
  readonly arguments: readonly Argument[]
  readonly logger?: LoggerUse
  readonly level?: string
}

export function outputFacts(source: PythonSource, calls: readonly Call[]): readonly LocalOutput[] {
  return calls.flatMap((call): readonly LocalOutput[] => {
    const written = writtenBy(source, call)
    if (written === undefined) return []
    const inHandler = isInHandler(source, call.node)
    const { stream, logger, level = '' } = written
    return [
      {
        at: call.at,
        stream,
        callee: call.callee,
        through_logger: logger !== undefined,
        in_handler: inHandler,
        about_error: inHandler || isErrorLevel(level) || tellsOfError(source, call.node),
        arguments: written.arguments,
        function: call.function,
        via: [],
        ...(logger === undefined ? {} : { logger }),
      },
    ]
  })
}

interface Writer {
  readonly stream: Stream
  /** What another stream is given by. */
  readonly keyword?: string
  readonly position?: number
  /** What chooses stderr by being true. */
  readonly switch?: string
}

/** `click.echo` and those that are made after it. */
const echo: Writer = { stream: 'stdout', keyword: 'file', position: 2, switch: 'err' }

/** Functions that write all of what they are given. */
const writers: Readonly<Record<string, Writer>> = {
  print: { stream: 'stdout', keyword: 'file' },
  'pprint.pprint': { stream: 'stdout', keyword: 'stream', position: 2 },
  'pprint.pp': { stream: 'stdout', keyword: 'stream', position: 2 },
  'sys.stdout.write': { stream: 'stdout' },
  'sys.stdout.writelines': { stream: 'stdout' },
  'sys.stdout.buffer.write': { stream: 'stdout' },
  'sys.__stdout__.write': { stream: 'stdout' },
  'sys.stderr.write': { stream: 'stderr' },
  'sys.stderr.writelines': { stream: 'stderr' },
  'sys.stderr.buffer.write': { stream: 'stderr' },
  'sys.__stderr__.write': { stream: 'stderr' },
  'traceback.print_exc': { stream: 'stderr', keyword: 'file', position: 2 },
  'traceback.print_exception': { stream: 'stderr', keyword: 'file' },
  'traceback.print_stack': { stream: 'stderr', keyword: 'file' },
  'traceback.print_last': { stream: 'stderr', keyword: 'file' },
  'traceback.print_tb': { stream: 'stderr', keyword: 'file' },
  'warnings.warn': { stream: 'stderr' },
  'argparse.ArgumentParser.error': { stream: 'stderr' },
  'argparse.ArgumentParser.print_help': { stream: 'stdout', keyword: 'file', position: 1 },
  'click.echo': echo,
  'click.secho': echo,
  'typer.echo': echo,
  'typer.secho': echo,
  'syslog.syslog': { stream: 'log' },
}

function writtenBy(source: PythonSource, call: Call): Written | undefined {
  const { node, callee } = call
  const writer = Object.hasOwn(writers, callee) ? writers[callee] : undefined
  if (writer !== undefined) {
    const stream = streamGiven(source, node, writer)
    const { given } = call
    const shown = callee.startsWith('traceback.') ? [...given, tracebackArgument(source, node)] : given
    const isShown = ({ name }: Argument) => name === undefined || (name !== writer.keyword && name !== writer.switch)
    // What is printed into a file is no output.
    return stream === undefined ? undefined : { stream, arguments: shown.filter(isShown) }
  }
  return ofLogger(source, call) ?? ofExit(source, call) ?? ofDescriptor(source, call) ?? ofStreamObject(source, call)
}

function streamGiven(source: PythonSource, node: number, writer: Writer): Stream | undefined {
  const { tree } = source
  const turned = writer.switch === undefined ? undefined : argumentNode(tree, node, writer.switch)
  if (turned !== undefined && constantOf(source, turned)?.value === true) return 'stderr'
  const chevron = typeOf(tree, node) === 'print_statement' ? chevronIn(source, node) : undefined
  const named = writer.keyword === undefined ? undefined : argumentNode(tree, node, writer.keyword, writer.position)
  const chosen = chevron ?? named
  if (chosen === undefined || constantOf(source, chosen)?.value === null) return writer.stream
  const stream = streamOf(source, chosen)
  return stream === 'log' ? undefined : stream
}

/** `print >>stream, value`. */
function chevronIn({ tree }: PythonSource, node: number): number | undefined {
  const first = node + 1
  return typeOf(tree, first) === 'chevron' ? first + 1 : undefined
}

/** What a call shows of the exception at hand, without being given it. */
function tracebackArgument(source: PythonSource, node: number): Argument {
  const text = excerpt(textOf(source.tree, node))
  return { at: placeOf(source, node), text, known: false, origins: [termAt(source, node, 'traceback')] }
}

function ofLogger(source: PythonSource, call: Call): Written | undefined {
  const { node } = call
  const callee = fieldOf(source.tree, node, 'function')
  const found = callee === undefined ? undefined : loggerUse(source, callee)
  if (found === undefined) return undefined
  const { use: logger, level } = found
  const shows = argumentNode(source.tree, node, 'exc_info')
  const hasTraceback = level === 'exception' || (shows !== undefined && constantOf(source, shows)?.value !== false)
  const shown = hasTraceback ? [...call.given, tracebackArgument(source, node)] : call.given
  return { stream: 'unknown', arguments: shown, logger, level }
}

/** A program that ends with a text writes it to stderr. */
function ofExit(source: PythonSource, call: Call): Written | undefined {
  const { node, callee } = call
  if (!/^(sys\.exit|exit|quit|SystemExit)$/.test(callee) || call.given.length === 0) return undefined
  if (callee === 'SystemExit' && typeOf(source.tree, parentOf(source.tree, node)) !== 'raise_statement')
    return undefined
  const code = argumentNode(source.tree, node, '', 1)
  return code !== undefined && isText(source, code) ? { stream: 'stderr', arguments: call.given } : undefined
}

function isText(source: PythonSource, node: number): boolean {
  const { kind, dotted } = meaningOf(source, node)
  if (kind === 'instance') return dotted === 'str'
  if (typeOf(source.tree, node) === 'binary_operator') return /["']/.test(textOf(source.tree, node))
  const value = constantOf(source, node)?.value
  return typeof value === 'string' || termsOf(source, node).some(({ form }) => form === 'exception')
}

/** `os.write(1, data)`. */
function ofDescriptor(source: PythonSource, call: Call): Written | undefined {
  const target = call.callee === 'os.write' ? argumentNode(source.tree, call.node, 'fd', 1) : undefined
  const descriptor = target === undefined ? undefined : constantOf(source, target)?.value
  if (descriptor !== 1 && descriptor !== 2) return undefined
  return { stream: descriptor === 1 ? 'stdout' : 'stderr', arguments: call.given.slice(1) }
}

/** Functions that write one argument to another, by the position of the stream. */
const dumpers: Readonly<Record<string, number>> = {
  'json.dump': 2,
  'pickle.dump': 2,
  'yaml.dump': 2,
  'marshal.dump': 2,
}

/** `stream.write(text)` and `json.dump(data, stream)`, where the stream is one of the program's own. */
function ofStreamObject(source: PythonSource, call: Call): Written | undefined {
  const { tree } = source
  const { node, callee } = call
  const called = fieldOf(tree, node, 'function')
  const position = Object.hasOwn(dumpers, callee) ? dumpers[callee] : undefined
  const isWrite = /\.(write|writelines)$/.test(callee) && called !== undefined
  const target =
    position === undefined
      ? isWrite
        ? fieldOf(tree, called, 'object')
        : undefined
      : argumentNode(tree, node, 'fp', position)
  if (target === undefined) return undefined
  const stream = streamOf(source, target)
  if (stream !== 'stdout' && stream !== 'stderr') return undefined
  return { stream, arguments: position === undefined ? call.given : call.given.slice(0, 1) }
}
