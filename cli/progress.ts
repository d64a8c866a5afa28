/** One line on a terminal that says what is being done; nothing elsewhere. */

export interface ProgressLine {
  show(text: string): void
  /** Takes the line away. */
  end(): void
}

/** Milliseconds between two lines: often enough to be alive, seldom enough to cost nothing. */
const pause = 100

export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  if (!stream.isTTY) return { show: () => {}, end: () => {} }
  let [last, shown] = [0, false]
  return {
    show(text) {
      const now = performance.now()
      if (now - last < pause) return
      last = now
      shown = true
      stream.write(`\r\u001b[2K${text.slice(0, (stream.columns ?? 80) - 1)}`)
    },
    end() {
      if (shown) stream.write('\r\u001b[2K')
    },
  }
}
