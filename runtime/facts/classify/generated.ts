/** Files that a program wrote, by their names and by what they say of themselves. */
import type { ListedFile } from '../extractor.ts'
import { words } from './words.ts'

const names = words(`package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml poetry.lock pdm.lock uv.lock
  pipfile.lock cargo.lock composer.lock gemfile.lock go.sum`)

const paths: readonly RegExp[] = [
  /(^|\/)__pycache__\//,
  /(^|\/)[^/]+\.egg-info\//,
  /\.min\.(js|css)$/i,
  /\.(js|css)\.map$/i,
  /_pb2(_grpc)?\.pyi?$/,
  /\.pb\.go$/,
]

export function isGeneratedByName(path: string, name: string): boolean {
  return names.has(name.toLowerCase()) || paths.some((pattern) => pattern.test(path))
}

/** How far down a note is looked for, and how long a line no person writes is. */
const topLines = 20
const machineLine = 1000

const comment = /^\s*(#|\/\/|\/?\*|<!--|--|;|%|"{3}|'{3})/
const marks: readonly RegExp[] = [
  /@generated\b/i,
  /\b(auto-?)?generated\b[\s\S]{0,200}?\bdo not (edit|modify|change)\b/i,
  /\bdo not (edit|modify|change)\b[\s\S]{0,200}?\bgenerated\b/i,
]

/** `text`: at least the start of the file. Documentation is never generated: it may well speak of files that are. */
export function isGeneratedByStart({ language, role }: ListedFile, text: string): boolean {
  if (role === 'documentation') return false
  const top = text.split('\n', topLines)
  const comments = top.filter((line) => comment.test(line)).join('\n')
  if (marks.some((mark) => mark.test(comments))) return true
  return (language === 'javascript' || language === 'typescript') && top.some((line) => line.length > machineLine)
}
