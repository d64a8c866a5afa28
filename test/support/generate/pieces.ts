/** Generated text that knows how it may be made simpler, so that a case that goes wrong can be cut down. */

export type Piece = string | Part

export interface Part {
  readonly pieces: readonly Piece[]
  /** What may stand in its place. */
  readonly simpler: readonly Piece[]
}

export const part = (pieces: readonly Piece[], simpler: readonly Piece[] = []): Part => ({ pieces, simpler })

export function textOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.pieces.map(textOf).join('')
}

/** The piece with one of its parts made simpler, the outermost parts first. */
export function* simplified(piece: Piece): Generator<Piece> {
  if (typeof piece === 'string') return
  yield* piece.simpler
  for (const [index, inner] of piece.pieces.entries()) {
    for (const simpler of simplified(inner)) yield { ...piece, pieces: piece.pieces.with(index, simpler) }
  }
}
