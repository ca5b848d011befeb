"""Run one bench, `python -m commands.bench.one FILE`, and write its figures as a line of JSON at the end."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import msgspec


def load(path: Path) -> ModuleType:
    """The module in `path`; its folder can be imported from, so that benches may share what they measure with."""
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    found = load(Path(sys.argv[1])).measure()
    sys.stdout.write("\n" + msgspec.json.encode(found).decode() + "\n")
