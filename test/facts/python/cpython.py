"""What CPython's own parser finds in a sample of its standard library, as JSON.

For each file: its path, its text, and the calls, functions, imports and strings in it, each as a line of text that
begins with its place (line and column from 1, columns in UTF-16 units). What stands inside of f-strings is left out:
before 3.12 its places are not those of the file.
"""
import ast
import json
import sys
import sysconfig
from pathlib import Path


class Reader(ast.NodeVisitor):
    def __init__(self, text):
        self.lines = [line.encode() for line in text.split("\n")]
        self.calls, self.functions, self.imports, self.strings = [], [], [], []

    def place(self, node):
        before = self.lines[node.lineno - 1][: node.col_offset].decode()
        return f"{node.lineno}:{len(before.encode('utf-16-le')) // 2 + 1}"

    def written(self, node):
        """As `ast.get_source_segment`, which splits the whole text into lines each time."""
        lines = self.lines[node.lineno - 1 : node.end_lineno]
        lines[-1] = lines[-1][: node.end_col_offset]
        lines[0] = lines[0][node.col_offset :]
        return b"\n".join(lines).decode()

    def visit_Call(self, node):
        self.calls.append(f"{self.place(node)} {self.written(node.func)}")
        self.generic_visit(node)

    def visit_FunctionDef(self, node):
        every = node.args
        plain = [*every.posonlyargs, *every.args, *filter(None, [every.vararg]), *every.kwonlyargs]
        names = [each.arg for each in [*plain, *filter(None, [every.kwarg])]]
        self.functions.append(f"{node.lineno} {node.name} {' '.join(names)}")
        self.generic_visit(node)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Import(self, node):
        for name in node.names:
            self.imports.append(f"{self.place(name)} {name.name} {name.asname or ''}")

    visit_ImportFrom = visit_Import

    def visit_JoinedStr(self, node):
        self.strings.append(f"{self.place(node)} {{}}")

    def visit_Constant(self, node):
        if isinstance(node.value, str):
            self.strings.append(f"{self.place(node)} {node.value}")
        elif isinstance(node.value, bytes):
            self.strings.append(f"{self.place(node)} {node.value.decode('latin-1')}")


def read(path):
    text = path.read_bytes().decode().replace("\r\n", "\n")
    reader = Reader(text)
    reader.visit(ast.parse(text))
    found = {name: getattr(reader, name) for name in ("calls", "functions", "imports", "strings")}
    return {"path": str(path), "text": text, **found}


def sample(size):
    """Files of moderate size from all over the library, the same ones each time."""
    library = Path(sysconfig.get_paths()["stdlib"])
    found = [*library.glob("*.py"), *library.glob("[a-m]*/*.py"), *library.glob("test/test_s*.py")]
    files = sorted(each for each in found if 500 < each.stat().st_size < 60_000)
    step = max(1, len(files) // size)
    for path in files[::step][:size]:
        try:
            yield read(path)
        except (SyntaxError, UnicodeDecodeError):
            continue


json.dump(list(sample(int(sys.argv[1]))), sys.stdout)
