/** The names that Python has without an import: functions, classes and constants, those of Python 2 too. */
export const builtins: ReadonlySet<string> = new Set(
  `
    __import__ abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile
    complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr
    globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview
    min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted
    staticmethod str sum super tuple type vars zip
    __build_class__ __debug__ __doc__ __file__ __name__ __package__ Ellipsis NotImplemented
    apply basestring buffer cmp coerce execfile file intern long raw_input reduce reload unichr unicode xrange
  `
    .trim()
    .split(/\s+/),
)
